import * as http from 'node:http';
import * as net from 'node:net';

export interface FrontDoorOptions {
  /** the embedded VS Code */
  readonly origin: string;
  /** tried first, so that the browser finds its state and secrets again; any other when it is taken */
  readonly port: number;
  /** only who has it in a cookie gets the key */
  readonly token: string;
  /** half of the key that the workbench keeps secrets with */
  readonly mintKey: Buffer;
}

export interface FrontDoor {
  readonly origin: string;
  close(): void;
}

/**
 * What a person's browser connects to: passes everything on to the embedded VS Code, and answers the one request that
 * VS Code's server leaves to a front end, `/mint-key`, without which SecretStorage keeps nothing.
 */
export async function openFrontDoor({ mintKey, origin, port, token }: FrontDoorOptions): Promise<FrontDoor> {
  const behind = new URL(origin);
  const sockets = new Set<net.Socket>();

  const server = http.createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/mint-key') {
      const allowed = (request.headers.cookie ?? '').includes(`vscode-tkn=${token}`);
      response.writeHead(allowed ? 200 : 403, { 'content-type': 'application/octet-stream' });
      response.end(allowed ? mintKey : undefined);
      return;
    }
    const { headers, method, url: path } = request;
    const forwarded = http.request({ host: behind.hostname, port: behind.port, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forwarded.on('error', () => response.destroy());
    request.pipe(forwarded);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (request: http.IncomingMessage, socket: net.Socket, head: Buffer) => {
    const upstream = net.connect(Number(behind.port), behind.hostname, () => {
      const lines: string[] = [`${request.method} ${request.url} HTTP/1.1`];
      for (let at = 0; at < request.rawHeaders.length; at += 2) {
        lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
      }
      upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });

  const listening = (await listen(server, port)) ?? (await listen(server, 0));
  if (listening === null) throw new Error('no port on 127.0.0.1');
  return {
    origin: `http://127.0.0.1:${listening}`,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** The port, or null when it is taken. */
function listen(server: http.Server, port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const failed = (): void => resolve(null);
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.removeListener('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : null);
    });
  });
}
