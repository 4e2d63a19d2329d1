import type { DraftTreeReference } from '../contributions.ts';
import type { Services } from '../services.ts';
import { pickDraft } from './pickDraft.ts';

/** Opens a draft as it was made. @throws Cancelled, UserError */
export async function openDraft(services: Services, node?: DraftTreeReference): Promise<void> {
  const { id, markdown } = await pickDraft(services, node, {
    title: 'Open a Draft',
    fits: (record) => record.markdown !== null,
    none: node
      ? `There is no draft for ${node.environment.name} whose text is kept.`
      : 'There is no draft yet: submit a report first.',
  });
  if (markdown !== null) await services.documents.open(markdown, id);
}
