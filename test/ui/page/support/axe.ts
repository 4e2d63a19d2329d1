import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Shown } from './preview.ts';

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, as lines to read. */
export async function axeFindings(shown: Shown): Promise<readonly string[]> {
  if (!(await shown.page.evaluate<boolean>('"axe" in window'))) await shown.page.evaluate(source);
  const violations = await shown.page.evaluate<readonly Violation[]>(
    'axe.run(document).then((result) => result.violations)',
  );
  return violations.map(
    ({ id, impact, nodes }) =>
      `${impact} ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')} ${nodes[0]?.failureSummary ?? ''}`,
  );
}
