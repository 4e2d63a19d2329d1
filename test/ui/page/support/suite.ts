import type { CalendarState } from '../../../../src/shared/calendar.ts';
import type { ViewState } from '../../../../src/shared/protocol.ts';
import type { PageName } from './bundle.ts';
import { Preview, type Shown } from './preview.ts';
import type { ThemeId } from './themes.ts';

type Open = (state: ViewState | CalendarState, theme?: ThemeId, width?: number) => Promise<Shown>;

/** One browser for a suite; closes whatever a test has opened. */
export function usePreview(name: PageName = 'report'): Open {
  let preview: Preview | undefined;
  const open: Shown[] = [];
  before(async function () {
    this.timeout(60_000);
    preview = await Preview.start(name);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((shown) => shown.close()));
  });
  after(async () => {
    await preview?.stop();
  });
  return async (state, theme, width) => {
    if (!preview) throw new Error('no browser yet');
    const shown = await preview.open(state, theme, width);
    open.push(shown);
    return shown;
  };
}
