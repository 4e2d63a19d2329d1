import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Workbench } from './workbench.ts';

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page that the webview shows, as lines to read. */
export async function axeInWebview(workbench: Workbench): Promise<readonly string[]> {
  const root = workbench.webview().locator(':root');
  await root.evaluate(source);
  const found: unknown = await root.evaluate('axe.run(document).then((result) => result.violations)');
  const violations = found as readonly Violation[];
  return violations.map(
    ({ id, impact, nodes }) =>
      `${impact} ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')} ${nodes[0]?.failureSummary ?? ''}`,
  );
}
