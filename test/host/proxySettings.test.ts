import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { proxySettings } from '../../src/host/proxySettings.ts';

/** What VS Code lists itself, before anything else. */
const HERE = ['localhost', '127.0.0.1', '::1'];

describe('VS Code’s proxy settings', () => {
  const set = async (name: string, value: unknown): Promise<void> => {
    await vscode.workspace.getConfiguration('http').update(name, value, vscode.ConfigurationTarget.Global);
  };

  afterEach(async () => {
    for (const name of ['proxy', 'proxyAuthorization', 'noProxy', 'proxySupport']) await set(name, undefined);
  });

  it('are none without a setting or a variable', () => {
    assert.equal(proxySettings({}), undefined);
    assert.equal(proxySettings({ HTTPS_PROXY: ' ', NO_PROXY: '*' }), undefined);
  });

  it('come from the settings', async () => {
    await set('proxy', 'http://proxy.acme.example:3128');
    await set('proxyAuthorization', 'Basic YWNtZQ==');
    await set('noProxy', ['.acme.example', ' 10.0.0.1:8443 ']);
    const expected = {
      url: 'http://proxy.acme.example:3128',
      authorization: 'Basic YWNtZQ==',
      noProxy: [...HERE, '.acme.example', '10.0.0.1:8443'],
    };
    assert.deepEqual(proxySettings({}), expected);
    assert.deepEqual(proxySettings({ HTTPS_PROXY: 'http://other.example', NO_PROXY: 'elsewhere.example' }), expected);
  });

  it('come from the environment where the setting is empty', () => {
    const all = { HTTP_PROXY: 'http://plain.example', HTTPS_PROXY: 'http://secure.example:8080' };
    const urls = (env: NodeJS.ProcessEnv): readonly (string | null | undefined)[] => {
      const proxy = proxySettings(env);
      return [proxy?.url, proxy?.plainUrl];
    };
    assert.deepEqual(urls(all), ['http://secure.example:8080', 'http://plain.example']);
    assert.deepEqual(urls({ http_proxy: 'http://lower.example' }), ['http://lower.example', 'http://lower.example']);
    assert.deepEqual(urls({ https_proxy: 'http://lower.example' }), ['http://lower.example', null]);
    assert.deepEqual(proxySettings({ https_proxy: 'p:1', NO_PROXY: 'a.example, .b.example,' })?.noProxy, [
      ...HERE,
      'a.example',
      '.b.example',
    ]);
  });

  it('are none where the support is off', async () => {
    await set('proxy', 'http://proxy.acme.example:3128');
    await set('proxySupport', 'off');
    assert.equal(proxySettings({ HTTPS_PROXY: 'http://other.example' }), undefined);
  });
});
