import * as vscode from 'vscode';
import { applyImport } from '../../core/environments/lifetimeImport.ts';
import { plural } from '../../core/report/plural.ts';
import { Cancelled } from '../cancelled.ts';
import { type CommandArguments, ENVIRONMENTS_VIEW } from '../contributions.ts';
import { followRenames } from '../environments/followRenames.ts';
import { BACK } from '../prompts/prompts.ts';
import { UserError } from '../userError.ts';
import { pickAddress } from './askAddress.ts';
import { changesIn, type ImportChange } from './importRows.ts';
import { ImportJourney, type ImportDecision } from './importJourney.ts';
import { type KnownAddress, knownAddresses } from './knownAddresses.ts';
import { lifetimeAddress, lifetimeHost } from './lifetimeAddress.ts';
import { LifetimeNames } from './lifetimeNames.ts';
import type { LifetimeParts } from './lifetimeReader.ts';

/** Asks for address and token, shows what LifeTime tells, and writes what is picked to the settings. */
export async function importEnvironments(parts: LifetimeParts): Promise<void> {
  parts.services.store.assertWritable();
  await write(parts, await new ImportJourney(parts).run());
}

/** The same for a LifeTime that is known: that of an environment, the only one, or the one that the person chooses. */
export async function refreshEnvironments(
  parts: LifetimeParts,
  node?: CommandArguments['outsystemsSsl.refreshEnvironments'][0],
): Promise<void> {
  parts.services.store.assertWritable();
  const known = knownAddresses(parts.services).filter(({ environments }) => environments.length > 0);
  const address = await chooseLifetime(parts, known, node?.environment.lifetime ?? undefined);
  if (address) await write(parts, await new ImportJourney(parts, address).run());
  else await importEnvironments(parts);
}

/** Undefined where a new one is wanted. @throws Cancelled, UserError */
async function chooseLifetime(
  { services }: LifetimeParts,
  known: readonly KnownAddress[],
  lifetime: string | undefined,
): Promise<KnownAddress | undefined> {
  if (lifetime !== undefined) {
    const origin = lifetimeAddress(lifetime);
    const address = known.find((candidate) => candidate.origin === origin);
    if (!address) throw new UserError('This environment is not in the settings any more.');
    return address;
  }
  if (known.length < 2) return known[0];
  const answer = await pickAddress(services.prompts, 'Refresh from LifeTime', known);
  if (answer === BACK) throw new Cancelled();
  return answer;
}

/** @throws UserError where the setting is another one than that of the plan: its positions would be others' */
async function write({ services }: LifetimeParts, decision: ImportDecision): Promise<void> {
  const { store, userState } = services;
  const { origin, listing, raw, picked, target } = decision;
  if (picked.length > 0) {
    if (JSON.stringify(store.raw) !== JSON.stringify(raw))
      throw new UserError('The environments in the settings have changed meanwhile. Start once more.');
    await store.replaceAll(applyImport(raw, picked), target);
    const renamed = picked.flatMap((item) =>
      item.kind === 'changed' && item.found.name !== item.name ? [[item.name, item.found.name] as const] : [],
    );
    if (renamed.length > 0) await followRenames(services, new Map(renamed));
  }
  await new LifetimeNames(userState).keep(origin, listing);
  const show = 'Show';
  const choice = await vscode.window.showInformationMessage(
    [resultOf(decision), ...listing.notices].join(' '),
    ...(picked.length > 0 ? [show] : []),
  );
  if (choice === show) await vscode.commands.executeCommand(`${ENVIRONMENTS_VIEW}.focus`);
}

function resultOf({ origin, listing, plan, picked }: ImportDecision): string {
  const host = lifetimeHost(origin);
  const count = listing.environments.length;
  if (picked.length > 0) {
    const did = (kind: ImportChange['kind']): number => picked.filter((change) => change.kind === kind).length;
    return `Environments from ${host}: ${did('new')} added, ${did('changed')} changed, ${did('gone')} removed.`;
  }
  if (changesIn(plan).length > 0) return 'Nothing was picked, so nothing was changed.';
  if (count === 0) return `LifeTime at ${host} answers that it has no environments. Nothing was changed.`;
  return `${plural(count, 'environment')} in LifeTime at ${host}, and the settings have them all as they are there.`;
}
