import type { DraftTreeReference } from '../contributions.ts';
import type { Services } from '../services.ts';
import { pickDraft } from './pickDraft.ts';

/** Shows a draft: where it is open or saved, else as it was made. @throws Cancelled, UserError */
export async function openDraft(services: Services, node?: DraftTreeReference): Promise<void> {
  const record = await pickDraft(services, node, {
    title: 'Open a Draft',
    fits: ({ markdown }) => markdown !== null,
    none: node
      ? `There is no draft for ${node.environment.name} whose text is kept.`
      : 'There is no draft yet: submit a report first.',
  });
  await services.documents.show(record);
}
