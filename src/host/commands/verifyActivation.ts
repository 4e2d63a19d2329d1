import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import type { DraftRecord } from '../../core/handover/draftRecord.ts';
import {
  type Activation,
  draftsFor,
  isOpen,
  markActive,
  verifyActivation as compare,
} from '../../core/handover/followUp.ts';
import { plural } from '../../core/report/plural.ts';
import { Cancelled } from '../cancelled.ts';
import { commandId, type DraftTreeReference } from '../contributions.ts';
import type { LiveCheck } from '../live/liveCheck.ts';
import type { ServedRecord } from '../served/servedRecord.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';
import { pickEnvironment } from './checkServed.ts';

/**
 * Looks at all domains of a draft's environments and says whether its certificate is what they serve; if so, the draft is done.
 * @throws Cancelled, UserError
 */
export async function verifyActivation(services: Services, live: LiveCheck, node?: DraftTreeReference): Promise<void> {
  services.drafts.assertReadable();
  const environment = node?.environment ?? (await pickEnvironment(services, 'Verify Activation'));
  const { name, domains } = environment;
  const draft = draftOf(services, name, node?.draft);
  if (draft.sha256 === null)
    throw new UserError(
      'This draft was made by an earlier version and does not say which certificate it is for. Submit the report once more.',
    );
  if (domains.length === 0) throw new UserError(`Enter the domains of ${name} first: they are what is compared.`);
  const environments = coveredBy(draft, environment, services);
  // the environments' domains of today count, not those of then
  const targets = environments.map((each) => ({
    name: each.name,
    route: null,
    domains: each.domains,
    supersededBy: null,
  }));
  const looks = await live.check(environments);
  const seen = new Set(looks.map(({ host }) => host));
  // somebody has stopped it: what was not looked at says nothing
  if (environments.some((each) => each.domains.some((domain) => !seen.has(domain)))) throw new Cancelled();
  const activation = compare(
    { ...draft, environments: targets },
    Object.fromEntries(looks.map(({ host, certificate }) => [host, certificate?.sha256])),
  );
  if (activation.kind === 'active' && isOpen(draft))
    await services.drafts.change(draft.id, (record) => markActive(record, Date.now()));
  await tell(environments, activation, looks);
}

/** That of the tree, or the newest that hands a certificate over and that no later one replaces. @throws UserError */
function draftOf({ drafts }: Services, environment: string, id: string | undefined): DraftRecord {
  const own = draftsFor(drafts.all, environment).filter(({ kind }) => kind === 'certificate');
  const draft = id === undefined ? own[0] : own.find((record) => record.id === id);
  if (draft) return draft;
  throw new UserError(
    id === undefined
      ? `There is no draft for ${environment} yet: submit a report first.`
      : 'This draft hands no certificate over, or was replaced by a later one.',
  );
}

/** All environments of the draft that are still in the settings and that no later draft covers; this one first. */
function coveredBy(draft: DraftRecord, environment: Environment, { store }: Services): readonly Environment[] {
  const names = new Set(draft.environments.flatMap(({ name, supersededBy }) => (supersededBy === null ? [name] : [])));
  const others = store.environments.filter(({ name }) => name !== environment.name && names.has(name));
  return [environment, ...others];
}

async function tell(
  environments: readonly Environment[],
  activation: Activation,
  looks: readonly ServedRecord[],
): Promise<void> {
  const domains = new Set(environments.flatMap((environment) => environment.domains));
  const names = environments.map(({ name }) => name).join(', ');
  const [serves, their] = environments.length === 1 ? (['serves', 'its'] as const) : (['serve', 'their'] as const);
  switch (activation.kind) {
    case 'active':
      await vscode.window.showInformationMessage(
        `${names} ${serves} the certificate of ${their} last draft on ${domains.size === 1 ? 'its domain' : `all ${plural(domains.size, 'domain')}`}. The draft is done.`,
      );
      return;
    case 'nothingToCompare':
      throw new UserError(`The last draft of ${names} hands no certificate over.`);
    case 'otherCertificate': {
      const facts = activation.domains.map(({ domain }) => factOf(domain, looks));
      const open = 'Open Report';
      const choice = await vscode.window.showWarningMessage(
        `${names} ${environments.length === 1 ? 'does' : 'do'} not serve the certificate of ${their} last draft yet. ${facts.join(' ')}`,
        open,
      );
      if (choice === open) {
        const host = activation.domains[0]?.domain;
        const environment = environments.find((each) => each.domains.some((domain) => domain === host));
        if (environment)
          await vscode.commands.executeCommand(commandId('outsystemsSsl.openServed'), { environment, host });
      }
    }
  }
}

function factOf(domain: string, looks: readonly ServedRecord[]): string {
  const certificate = looks.find(({ host }) => host === domain)?.certificate;
  return certificate
    ? `${domain} serves another one: “${certificate.name}” of ${certificate.issuerName}.`
    : `${domain} shows no certificate.`;
}
