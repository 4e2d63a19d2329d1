import * as http from 'node:http';
import type { Bundle } from './bundle.ts';
import { theme, THEMES, vscodeDefaults } from './themes.ts';

export interface PageServer {
  readonly origin: string;
  close(): Promise<void>;
}

const NONCE = 'cGFnZS10ZXN0cw';

/** Serves the page under the CSP of the product, with a stub of VS Code's side of a webview. */
export async function servePage(bundle: Bundle): Promise<PageServer> {
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://page');
    const [type, body] = answer(url, bundle);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      connection: 'close',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

function answer(url: URL, bundle: Bundle): readonly [type: string, body: string | undefined] {
  switch (url.pathname) {
    case '/':
      return ['text/html', html(url.searchParams.get('theme') ?? 'lightModern')];
    case '/webview.js':
      return ['text/javascript', bundle.script];
    case '/webview.css':
      return ['text/css', bundle.style];
    case '/favicon.ico':
      return ['image/x-icon', ''];
    case '/vscode.css':
      return ['text/css', vscodeDefaults()];
    default:
      return ['text/plain', undefined];
  }
}

function html(themeId: string): string {
  const { bodyClass, variables } = theme(THEMES.find((id) => id === themeId) ?? 'lightModern');
  const csp = `default-src 'none'; style-src 'self'; script-src 'nonce-${NONCE}'; font-src 'self'; img-src 'self'`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Report</title>
<meta http-equiv="Content-Security-Policy" content="${csp}"><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/vscode.css"><link rel="stylesheet" href="/webview.css">
<script nonce="${NONCE}">${STUB}
for (const [name, value] of Object.entries(${JSON.stringify(variables)})) document.documentElement.style.setProperty(name, value);
</script></head><body class="${bodyClass}"><div id="root"></div><script nonce="${NONCE}" src="/webview.js"></script></body></html>`;
}

/** Keeps what the page posts in `posted`, and its state as long as the tab, as VS Code does. */
const STUB = `
// a webview is a new document each time: nothing but its own state may bring it back
history.scrollRestoration = 'manual';
window.posted = [];
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
window.acquireVsCodeApi = () => ({
  postMessage: (message) => {
    window.posted.push(message);
    if (message.type === 'ready' && window.firstState) window.postMessage({ type: 'state', state: window.firstState }, '*');
  },
  getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
  setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
});`;
