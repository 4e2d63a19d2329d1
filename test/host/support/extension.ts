import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { TestApi } from '../../../src/host/extension.ts';

const ID = 'outsystems-ssl.outsystems-ssl';

export function extension(): vscode.Extension<TestApi | undefined> {
  const found = vscode.extensions.getExtension<TestApi | undefined>(ID);
  assert.ok(found, `VS Code knows ${ID}`);
  return found;
}

/** The running extension's own objects, not copies of the classes that a test would bundle. */
export async function testApi(): Promise<TestApi> {
  const api = await extension().activate();
  assert.ok(api, 'the extension runs in test mode');
  return api;
}
