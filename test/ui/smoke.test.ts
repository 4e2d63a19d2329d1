import * as assert from 'node:assert/strict';
import { VIEW_CONTAINER } from './support/openWorkspace.ts';
import { useWorkspace } from './support/useWorkspace.ts';

describe('the packaged extension in the workbench', () => {
  const suite = useWorkspace();

  it('shows its view container', async () => {
    await suite.workbench.openView(VIEW_CONTAINER);
  });

  it('offers its commands in the palette', async () => {
    const titles = await suite.workbench.commandsMatching(`${VIEW_CONTAINER}: `);
    assert.ok(
      titles.some((title) => title.startsWith(`${VIEW_CONTAINER}: `)),
      titles.join(', '),
    );
  });
});
