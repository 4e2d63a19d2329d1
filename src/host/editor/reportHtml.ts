import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** The empty page; everything that it shows comes as messages. */
export function reportHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const asset = (name: string): vscode.Uri => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name));
  const nonce = randomBytes(16).toString('base64url');
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
  <link rel="stylesheet" href="${asset('webview.css').toString()}">
  <title>SSL/TLS report</title>
</head>
<body>
  <div id="root"></div>
  <script nonce="${nonce}" src="${asset('webview.js').toString()}"></script>
</body>
</html>`;
}
