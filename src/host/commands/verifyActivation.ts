import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { type Activation, isOpen, markActive, verifyActivation as compare } from '../../core/handover/followUp.ts';
import { plural } from '../../core/report/plural.ts';
import { type CommandArguments, commandId } from '../contributions.ts';
import type { LiveCheck } from '../live/liveCheck.ts';
import type { ServedRecord } from '../served/servedRecord.ts';
import type { Services } from '../services.ts';
import { UserError } from '../userError.ts';
import { pickEnvironment } from './checkServed.ts';

/**
 * Looks at all domains of an environment and says whether its last draft's certificate is what they serve; if so, the draft is
 * done. @throws Cancelled, UserError
 */
export async function verifyActivation(
  services: Services,
  live: LiveCheck,
  node?: CommandArguments['outsystemsSsl.verifyActivation'][0],
): Promise<void> {
  const environment = node?.environment ?? (await pickEnvironment(services, 'Verify Activation'));
  const { name, domains } = environment;
  const { draft } = services.history.of(name);
  if (!draft) throw new UserError(`There is no draft for ${name} yet: submit a report first.`);
  if (!draft.handover)
    throw new UserError(
      'This draft was made by an earlier version and does not say which certificate it is for. Submit the report once more.',
    );
  if (domains.length === 0) throw new UserError(`Enter the domains of ${name} first: they are what is compared.`);
  // the environment's domains of today count, not those of then
  const target = { name, route: null, domains, supersededBy: null };
  const record = { ...draft.handover, markdown: draft.markdown, environments: [target] };
  const looks = await live.check([environment]);
  const activation = compare(
    record,
    Object.fromEntries(looks.map(({ host, certificate }) => [host, certificate?.sha256])),
  );
  if (activation.kind === 'active' && isOpen(record)) {
    const { markdown: _, ...handover } = markActive(record, Date.now());
    await services.history.record(name, {
      draft: { ...draft, handover: { ...handover, environments: draft.handover.environments } },
    });
  }
  await tell(environment, activation, looks);
}

async function tell(environment: Environment, activation: Activation, looks: readonly ServedRecord[]): Promise<void> {
  const { domains, name } = environment;
  switch (activation.kind) {
    case 'active':
      await vscode.window.showInformationMessage(
        `${name} serves the certificate of its last draft on ${domains.length === 1 ? 'its domain' : `all ${plural(domains.length, 'domain')}`}. The draft is done.`,
      );
      return;
    case 'nothingToCompare':
      throw new UserError(`The last draft of ${name} hands no certificate over.`);
    case 'otherCertificate': {
      const facts = activation.domains.map(({ domain }) => factOf(domain, looks));
      const open = 'Open Report';
      const choice = await vscode.window.showWarningMessage(
        `${name} does not serve the certificate of its last draft yet. ${facts.join(' ')}`,
        open,
      );
      if (choice === open) {
        const host = activation.domains[0]?.domain;
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
