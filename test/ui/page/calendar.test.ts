import * as assert from 'node:assert/strict';
import { axeFindings } from './support/axe.ts';
import { usePreview } from './support/suite.ts';
import { THEMES } from './support/themes.ts';
import { CALENDARS } from './states/calendarStates.ts';

const { full = assert.fail() } = CALENDARS;

describe('Calendar page', () => {
  const open = usePreview('calendar');

  for (const [name, state] of Object.entries(CALENDARS)) {
    it(`${name} keeps to the CSP, has one h1 and no sideways scroll at 320 px`, async () => {
      const shown = await open(state, 'lightModern', 320);
      assert.deepEqual(await shown.violations(), []);
      assert.deepEqual(shown.errors, []);
      assert.equal(await shown.page.locator('h1').count(), 1);
      assert.equal(await shown.page.locator('[style]:not(html)').count(), 0);
      assert.equal(await shown.page.evaluate('document.documentElement.scrollWidth'), 320);
    });
  }

  for (const theme of THEMES) {
    it(`axe finds nothing in ${theme}`, async () => {
      for (const state of Object.values(CALENDARS)) {
        const shown = await open(state, theme);
        assert.deepEqual(await axeFindings(shown), []);
      }
    });
  }

  it('says in a table what the picture shows', async () => {
    const { page } = await open(full);
    const rows = await page.locator('tbody tr').allInnerTexts();
    assert.deepEqual(
      rows.map((text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 60)),
      [
        '11 Nov 2026 Expired: expired 11 days ago Legacy old.acme.com',
        '2 Dec 2026 Expiring: 9 days Development dev.acme.com develop',
        '18 Dec 2026 Expiring: 25 days Production, Quality, Training ',
        '15 Apr 2027 Valid: 143 days Shop shop.acme.com shop.acme.com',
        '12 May 2027 Valid: 170 days Sandbox *.outsystemsenterprise.c',
        '12 Nov 2028 Valid: 720 days Intranet intranet.acme.com intra',
      ],
    );
    assert.deepEqual(
      rows.map((text) =>
        text
          .replace(/^[^]*CA 4/, '')
          .replaceAll(/\s+/g, ' ')
          .trim(),
      ),
      [
        'now at most 200 days, from a public CA',
        'now at most 200 days, from a public CA',
        'now at most 200 days, from a public CA',
        '16 Mar 2027 at most 100 days, from a public CA',
        'OutSystems renews it',
        '13 Oct 2028 at most 100 days, from a public CA',
      ],
    );
    // CA/Browser Forum Baseline Requirements 6.3.2
    assert.deepEqual(await page.locator('.steps li').allInnerTexts(), [
      'Issued from 15 Mar 2026 on: at most 200 days.',
      'Issued from 15 Mar 2027 on: at most 100 days.',
      'Issued from 15 Mar 2029 on: at most 47 days.',
    ]);
    assert.deepEqual(
      await page.locator('.step-label').allTextContents(),
      ['100-day limit'],
      'only what lies within the year',
    );
  });

  it('is worked by keyboard: buttons, then the table; the focus stays across changes', async () => {
    const shown = await open(full);
    const { page } = shown;
    const names: string[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab');
      names.push(await page.evaluate<string>('document.activeElement.innerText.split("\\n")[0]'));
    }
    assert.deepEqual(names, ['Check all environments', 'Export CSV…', 'Export .ics…', names[3]]);
    assert.equal(await page.evaluate('document.activeElement.getAttribute("role")'), 'region');
    await page.locator('button', { hasText: '.ics' }).focus();
    await page.keyboard.press('Enter');
    const posted: readonly unknown[] = await shown.posted();
    assert.deepEqual(posted.at(-1), { type: 'request', id: 1, request: 'exportIcs' });
    await shown.send({ type: 'answer', id: 1, error: 'The disk is full.' });
    await page.locator('.answer', { hasText: 'The disk is full.' }).waitFor();
    await shown.send({ type: 'state', state: { ...full, neverLooked: 0 } });
    assert.equal(await page.evaluate('document.activeElement.innerText'), 'Export .ics…');
  });

  it('offers what helps where there is nothing to show', async () => {
    for (const [name, label] of [
      ['empty', 'Add environment…'],
      ['unseen', 'Check all environments'],
    ] as const) {
      const { page } = await open(CALENDARS[name] ?? assert.fail());
      assert.deepEqual(await page.locator('button').allInnerTexts(), [label]);
    }
  });
});
