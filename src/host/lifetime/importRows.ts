import type { FoundEnvironment } from '../../core/environments/lifetimeEnvironments.ts';
import type { FieldChange, ImportItem } from '../../core/environments/lifetimeImport.ts';
import { plural } from '../../core/report/plural.ts';
import type { PickManyItem, PickManyPrompt } from '../prompts/prompts.ts';

/** An item of the plan that a person decides on. */
export type ImportChange = Exclude<ImportItem, { kind: 'unchanged' }>;

export function changesIn(plan: readonly ImportItem[]): readonly ImportChange[] {
  return plan.flatMap((item) => (item.kind === 'unchanged' ? [] : [item]));
}

/**
 * The plan as rows: new and changed ones are picked; what is gone is taken out only where a person says so.
 *
 * @param addressOf address of an entry of the setting
 */
export function importGroups(
  plan: readonly ImportItem[],
  addressOf: (index: number) => string | undefined,
): PickManyPrompt<ImportChange>['groups'] {
  const changes = changesIn(plan);
  const items = (kind: ImportChange['kind']): readonly PickManyItem<ImportChange>[] =>
    changes.flatMap((change) => (change.kind === kind ? [itemOf(change, addressOf)] : []));
  return [
    { heading: 'New in LifeTime', items: items('new') },
    { heading: 'Changed in LifeTime', items: items('changed') },
    { heading: 'No longer in LifeTime', items: items('gone') },
  ];
}

/** What is to be done there, and what does not show because nothing is to be done. */
export function importPlaceholder(plan: readonly ImportItem[]): string {
  const unchanged = plan.length - changesIn(plan).length;
  return `Pick what goes into the settings${unchanged === 0 ? '' : `; ${plural(unchanged, 'other')} as in LifeTime already`}`;
}

function itemOf(change: ImportChange, addressOf: (index: number) => string | undefined): PickManyItem<ImportChange> {
  const { kind, name } = change;
  switch (kind) {
    case 'new':
      return {
        label: name,
        description: change.found.address,
        detail: factsOf(change.found),
        value: change,
        picked: true,
      };
    case 'changed':
      return {
        label: name,
        description: change.found.address,
        detail: change.changes.map(changeText).join(' · '),
        value: change,
        picked: true,
      };
    case 'gone': {
      const description = addressOf(change.index);
      return {
        label: name,
        ...(description !== undefined && { description }),
        detail: 'Picked, it is removed from the settings',
        value: change,
        picked: false,
      };
    }
  }
}

function factsOf({ type, version, hosting }: FoundEnvironment): string {
  return [type, version, valueText(hosting)].filter(Boolean).join(' · ');
}

function changeText({ field, from, to }: FieldChange): string {
  return `${field}: ${from === null ? '' : `${valueText(from)} → `}${valueText(to)}`;
}

function valueText(value: string | number): string {
  switch (value) {
    case 'cloud':
      return 'OutSystems cloud';
    case 'selfManaged':
      return 'self-managed';
    default:
      return String(value);
  }
}
