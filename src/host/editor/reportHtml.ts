import type * as vscode from 'vscode';
import { pageHtml } from '../pageHtml.ts';

export function reportHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  return pageHtml(webview, extensionUri, { name: 'webview', title: 'SSL/TLS report' });
}
