import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import {
  type CommandId,
  CONTEXT_KEYS,
  ENVIRONMENTS_VIEW,
  REPORT_EDITOR,
  SECTION,
  SETTINGS,
} from '../../src/host/contributions.ts';
import { STATUS_TOOL } from '../../src/host/languageModel.ts';
import { extension, testApi } from './support/extension.ts';

interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category?: string; icon?: string }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly views: Readonly<Record<string, readonly { id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { id: string }[] };
    readonly viewsWelcome: readonly { view: string; contents: string }[];
    readonly customEditors: readonly { viewType: string; selector: readonly { filenamePattern: string }[] }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly completionEvents: readonly string[];
        readonly media: { readonly image: string; readonly altText: string };
      }[];
    }[];
    readonly languageModelTools: readonly { readonly name: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { default: unknown }>> };
  };
}

/** The compiler wants every key of CommandArguments here, and no other. */
const COMMANDS: Readonly<Record<CommandId, true>> = {
  'outsystemsSsl.validateCertificate': true,
  'outsystemsSsl.buildPfx': true,
  'outsystemsSsl.addEnvironment': true,
  'outsystemsSsl.editEnvironment': true,
  'outsystemsSsl.removeEnvironment': true,
  'outsystemsSsl.revealEnvironment': true,
  'outsystemsSsl.importEnvironments': true,
  'outsystemsSsl.refreshEnvironments': true,
  'outsystemsSsl.replaceLifetimeToken': true,
  'outsystemsSsl.forgetLifetimeToken': true,
  'outsystemsSsl.submitCertificate': true,
  'outsystemsSsl.submitForSeveral': true,
  'outsystemsSsl.copyReport': true,
  'outsystemsSsl.chooseEnvironment': true,
  'outsystemsSsl.openLastReport': true,
  'outsystemsSsl.draftClientCertificate': true,
  'outsystemsSsl.draftTrustedRoot': true,
  'outsystemsSsl.draftSecureEndpoints': true,
  'outsystemsSsl.createDraftTemplate': true,
  'outsystemsSsl.openHttpsGuide': true,
  'outsystemsSsl.openDraft': true,
  'outsystemsSsl.markSubmitted': true,
  'outsystemsSsl.markDone': true,
  'outsystemsSsl.exportDrafts': true,
  'outsystemsSsl.eraseDrafts': true,
  'outsystemsSsl.forgetServed': true,
  'outsystemsSsl.checkServed': true,
  'outsystemsSsl.checkAllServed': true,
  'outsystemsSsl.stopChecking': true,
  'outsystemsSsl.showAttentionOnly': true,
  'outsystemsSsl.showAllEnvironments': true,
  'outsystemsSsl.openServed': true,
  'outsystemsSsl.verifyActivation': true,
  'outsystemsSsl.openCalendar': true,
  'outsystemsSsl.copyDraft': true,
  'outsystemsSsl.copyField': true,
  'outsystemsSsl.openLifetime': true,
  'outsystemsSsl.openSupportPortal': true,
  'outsystemsSsl.saveDraft': true,
  'outsystemsSsl.copyPassword': true,
  'outsystemsSsl.showLog': true,
};

/** Context keys of VS Code's own that the manifest may use. */
const BUILT_IN = [
  'view',
  'viewItem',
  'resourceExtname',
  'activeCustomEditorId',
  'config.outsystemsSsl.liveCheck',
  'false',
];

describe('the manifest and the code', () => {
  let manifest: Manifest;
  let menuItems: readonly MenuItem[];
  const ids = Object.keys(COMMANDS).sort();

  before(async () => {
    await testApi();
    manifest = extension().packageJSON as Manifest;
    menuItems = Object.values(manifest.contributes.menus).flat();
  });

  const steps = () => manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  it('contributes the commands that the code has', () => {
    assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).sort(), ids);
  });

  it('registers these commands and no other', async () => {
    const known = await vscode.commands.getCommands(true);
    const own = known.filter((id) => id.startsWith(`${SECTION}.`) && !id.startsWith(`${ENVIRONMENTS_VIEW}.`));
    assert.deepEqual(own.sort(), ids);
  });

  it('gives every command the category and a title that says whether it asks', () => {
    for (const { category, command, title } of manifest.contributes.commands) {
      assert.equal(category, 'OutSystems SSL', command);
      assert.match(title, /^[A-Z].*[^.]$/, command);
    }
  });

  it('uses commands of its own in menus, with an icon where only that shows', () => {
    for (const { command, group = '' } of menuItems) {
      const contributed = manifest.contributes.commands.find((candidate) => candidate.command === command);
      assert.ok(contributed, command);
      if (group.startsWith('inline') || group.startsWith('navigation')) assert.ok(contributed.icon, command);
    }
  });

  it('uses the context keys that the code sets, and VS Code’s', () => {
    const completed = steps().flatMap(({ completionEvents }) =>
      completionEvents.flatMap((event) => /^onContext:(.*)$/.exec(event)?.[1] ?? []),
    );
    const used = new Set([...menuItems.flatMap(({ when = '' }) => keysOf(when)), ...completed]);
    const own: readonly string[] = CONTEXT_KEYS;
    assert.deepEqual(
      [...used].filter((key) => !own.includes(key) && !BUILT_IN.includes(key)),
      [],
      'unknown keys',
    );
    assert.deepEqual(
      own.filter((key) => !used.has(key)),
      [],
      'keys that nothing uses',
    );
  });

  it('hides what needs a report, a draft or an entry of the tree from the palette', () => {
    const palette = manifest.contributes.menus['commandPalette'] ?? [];
    assert.deepEqual(palette.map(({ command, when }) => `${command}: ${when}`).sort(), [
      "outsystemsSsl.checkAllServed: config.outsystemsSsl.liveCheck != 'off'",
      "outsystemsSsl.checkServed: config.outsystemsSsl.liveCheck != 'off'",
      'outsystemsSsl.chooseEnvironment: outsystemsSsl.reportIsShown',
      'outsystemsSsl.copyDraft: outsystemsSsl.draftIsActive',
      'outsystemsSsl.copyField: outsystemsSsl.draftIsActive',
      'outsystemsSsl.copyPassword: outsystemsSsl.draftHasPassword',
      'outsystemsSsl.copyReport: outsystemsSsl.reportIsShown',
      'outsystemsSsl.openLastReport: false',
      'outsystemsSsl.openLifetime: outsystemsSsl.draftIsActive',
      'outsystemsSsl.saveDraft: outsystemsSsl.draftIsActive',
      'outsystemsSsl.showAllEnvironments: outsystemsSsl.attentionOnly',
      'outsystemsSsl.stopChecking: outsystemsSsl.isChecking',
      'outsystemsSsl.submitCertificate: outsystemsSsl.reportIsShown',
      'outsystemsSsl.submitForSeveral: outsystemsSsl.reportIsShown',
      "outsystemsSsl.verifyActivation: config.outsystemsSsl.liveCheck != 'off'",
    ]);
  });

  it('has the view and the editor of the code', () => {
    const { customEditors, views, viewsContainers, viewsWelcome } = manifest.contributes;
    assert.deepEqual(
      Object.keys(views),
      viewsContainers.activitybar.map(({ id }) => id),
    );
    assert.deepEqual(
      Object.values(views)
        .flat()
        .map(({ id }) => id),
      [ENVIRONMENTS_VIEW],
    );
    assert.deepEqual(
      viewsWelcome.map(({ view }) => view),
      [ENVIRONMENTS_VIEW, ENVIRONMENTS_VIEW],
    );
    assert.deepEqual(
      customEditors.map(({ selector, viewType }) => [viewType, ...selector.map((one) => one.filenamePattern)]),
      [[REPORT_EDITOR, '*.pfx', '*.p12']],
    );
    const named = menuItems.flatMap(({ when = '' }) => [...when.matchAll(/view == (\S+)/g)].map((match) => match[1]));
    assert.deepEqual([...new Set(named)], [ENVIRONMENTS_VIEW]);
  });

  it('links commands of its own from the welcome', () => {
    const links = manifest.contributes.viewsWelcome.flatMap(({ contents }) => [
      ...contents.matchAll(/\(command:([^)]+)\)/g),
    ]);
    assert.deepEqual(
      links.map((match) => match[1]),
      [
        'outsystemsSsl.showAllEnvironments',
        'outsystemsSsl.importEnvironments',
        'outsystemsSsl.addEnvironment',
        'outsystemsSsl.validateCertificate',
      ],
    );
  });

  it('has a walkthrough of four steps that can each be completed, with pictures that are there', () => {
    assert.deepEqual(
      steps().map(({ id }) => id),
      ['environments', 'check', 'handOver', 'verify'],
    );
    for (const { completionEvents, description, media } of steps()) {
      assert.ok(completionEvents.length > 0);
      const commands = completionEvents.flatMap((event) => /^onCommand:(.*)$/.exec(event)?.[1] ?? []);
      const links = [...description.matchAll(/\(command:([^)]+)\)/g)].map((match) => match[1] ?? '');
      for (const id of [...commands, ...links]) assert.ok(ids.includes(id), id);
      assert.ok(links.length > 0, description);
      assert.ok(media.altText.length > 20, media.altText);
      assert.ok(fs.statSync(path.join(extension().extensionPath, media.image)).size <= 25_000, media.image);
    }
  });

  it('offers the language-model tool that the code has', () => {
    assert.deepEqual(
      manifest.contributes.languageModelTools.map(({ name }) => name),
      [STATUS_TOOL],
    );
  });

  it('describes the settings that the code reads, with their defaults', () => {
    const { properties } = manifest.contributes.configuration;
    assert.deepEqual(Object.keys(properties).sort(), SETTINGS.map((name) => `${SECTION}.${name}`).sort());
    const defaults = SETTINGS.map((name) => vscode.workspace.getConfiguration(SECTION).inspect(name)?.defaultValue);
    assert.deepEqual(defaults, [[], [], 30, 'whenVisible', 'ask', 'ask', false, 'auto', '']);
  });

  it('activates for nothing but what VS Code derives from its contributions', () => {
    assert.deepEqual(manifest.activationEvents, []);
  });
});

/** The context keys of a `when` clause: what is left once texts, patterns and operators are taken out. */
function keysOf(when: string): readonly string[] {
  const bare = when.replace(/=~\s*\/(?:\\.|[^/])+\/\w*/g, '').replace(/[!=]=\s*(?:'[^']*'|[\w.]+)/g, '');
  return bare.match(/[A-Za-z][\w.]*/g) ?? [];
}
