import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { axeInWebview } from './support/axeInWebview.ts';
import { openReport } from './support/report.ts';
import { sampleFiles } from './support/sample.ts';
import { useWorkspace } from './support/useWorkspace.ts';

const THEMES = [
  ['Default Light Modern', 'vscode-light'],
  ['Default Dark Modern', 'vscode-dark'],
  ['Default High Contrast', 'vscode-high-contrast'],
] as const;

describe('the report in VS Code’s themes', () => {
  const suite = useWorkspace(async () => ({ files: await sampleFiles() }));

  before(() => openReport(suite.workbench, 'without-intermediates.pfx', 'Production'));

  for (const [colorTheme, kind] of THEMES) {
    it(`is accessible in ${colorTheme}`, async () => {
      const { folder, workbench } = suite;
      const file = path.join(folder, '.vscode/settings.json');
      const settings = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>;
      fs.writeFileSync(file, JSON.stringify({ ...settings, 'workbench.colorTheme': colorTheme }));
      await workbench.webview().locator(`body.${kind}`).waitFor();
      assert.deepEqual(await axeInWebview(workbench), []);
    });
  }
});
