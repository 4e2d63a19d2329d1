import type { ReportBag } from '../../core/report/reportedFile.ts';
import { BAGS, DETAILS } from '../../shared/sectionStrings.ts';
import { type Child, h } from '../ui/dom.ts';

/** Every entry of the file in its order. Roles are written out because the narrow layout shows the table as a list. */
export function bagTable(bags: readonly ReportBag[]): readonly Node[] {
  const { columns } = BAGS;
  const heads = [columns.position, columns.entry, columns.name, columns.keyId];
  const heading = h('h4', { id: 'bags' }, DETAILS.bags);
  if (bags.length === 0) return [heading, h('p', { class: 'quiet' }, DETAILS.none)];
  return [
    heading,
    h(
      'table',
      { class: 'bags', role: 'table', 'aria-labelledby': 'bags' },
      h(
        'thead',
        { role: 'rowgroup' },
        h(
          'tr',
          { role: 'row' },
          heads.map((text) => h('th', { scope: 'col', role: 'columnheader' }, text)),
        ),
      ),
      h(
        'tbody',
        { role: 'rowgroup' },
        bags.map((bag, index) => bagRow(bag, index, bags)),
      ),
    ),
  ];
}

function bagRow(bag: ReportBag, index: number, bags: readonly ReportBag[]): HTMLElement {
  return h(
    'tr',
    { role: 'row' },
    h('td', { role: 'cell', class: 'position' }, String(index + 1)),
    h(
      'td',
      { role: 'cell' },
      h('strong', {}, BAGS.kinds[bag.kind]),
      ' ',
      h('bdi', {}, bag.description),
      notes(bag).map((note) => h('span', { class: 'bag-note' }, note)),
    ),
    cell(BAGS.columns.name, bag.friendlyName !== undefined && h('bdi', {}, bag.friendlyName)),
    cell(BAGS.columns.keyId, bag.localKeyId !== undefined && keyId(bag.localKeyId, index, bags)),
  );
}

/** The column's name stands before its value where the table is a list. */
function cell(column: string, value: Child): HTMLElement {
  return h(
    'td',
    { role: 'cell', class: value === false && 'without' },
    h('span', { class: 'column', 'aria-hidden': 'true' }, `${column}: `),
    value === false ? h('span', { class: 'sr' }, BAGS.none) : value,
  );
}

/** The id, and which other entries carry it: that is how a key says which certificate is its own. */
function keyId(id: string, index: number, bags: readonly ReportBag[]): Child {
  const same = bags.flatMap((other, i) => (i !== index && other.localKeyId === id ? [i + 1] : []));
  return [
    h('code', {}, id === '' ? BAGS.none : id),
    same.length > 0 && h('span', { class: 'bag-note' }, BAGS.sameKeyId(same)),
  ];
}

function notes(bag: ReportBag): readonly string[] {
  return [
    ...(bag.locked === true ? [BAGS.locked] : []),
    ...(bag.repeats === undefined ? [] : [BAGS.repeats(bag.repeats + 1)]),
    ...(bag.duplicateAttributes === undefined ? [] : [BAGS.duplicate(bag.duplicateAttributes)]),
  ];
}
