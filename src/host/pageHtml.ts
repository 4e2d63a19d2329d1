import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

interface PageFiles {
  /** of script and style sheet in dist/ */
  readonly name: string;
  readonly title: string;
}

/** An empty page; everything that it shows comes as messages. */
export function pageHtml(webview: vscode.Webview, extensionUri: vscode.Uri, { name, title }: PageFiles): string {
  const asset = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', file)).toString();
  const nonce = randomBytes(16).toString('base64url');
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
  <link rel="stylesheet" href="${asset(`${name}.css`)}">
  <title>${title}</title>
</head>
<body>
  <div id="root"></div>
  <script nonce="${nonce}" src="${asset(`${name}.js`)}"></script>
</body>
</html>`;
}
