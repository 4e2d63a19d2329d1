import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import type { ServedState } from '../../core/served/servedState.ts';
import { displayDay } from '../../core/time.ts';
import { commandId } from '../contributions.ts';
import { hostStatus } from '../served/environmentStatus.ts';
import type { ServedRecord } from '../served/servedRecord.ts';
import { stateIcon, stateText } from './stateLook.ts';
import type { LateTooltip, TreeSources } from './treeSources.ts';

/** A certificate that is served now, on one or several hosts of an environment: opens its report. */
export class ServedCertificateNode extends vscode.TreeItem implements LateTooltip {
  readonly environment: Environment;
  /** host whose chain is shown */
  readonly host: string;
  readonly #records: readonly ServedRecord[];

  /** @param records looks at hosts that serve the same certificate; at least one */
  constructor(environment: Environment, records: readonly ServedRecord[], sources: TreeSources) {
    const [first] = records;
    if (!first?.certificate) throw new RangeError('a look with a certificate');
    const { certificate, host } = first;
    const status = hostStatus({ ...first, state: ofCertificate(first), redirects: null }, sources);
    super('Served certificate');
    this.environment = environment;
    this.host = host;
    this.#records = records;
    this.id = `served:${environment.name}:${certificate.sha256}`;
    this.description = `${certificate.name}, until ${displayDay(certificate.notAfter)}`;
    this.iconPath = stateIcon(status.state);
    this.contextValue = 'servedCertificate';
    this.command = {
      command: commandId('outsystemsSsl.openServed'),
      title: 'Open Report of What Is Served',
      arguments: [this],
    };
    this.accessibilityInformation = {
      label: `Served certificate: ${certificate.name}, ${stateText(status)}, until ${displayDay(certificate.notAfter)}`,
    };
  }

  makeTooltip(): vscode.MarkdownString {
    const [first] = this.#records;
    const tooltip = new vscode.MarkdownString();
    if (!first?.certificate) return tooltip;
    const { name, issuerName, notAfter, notBefore, seenAt, sha1 } = first.certificate;
    const lines: readonly (readonly [string, string])[] = [
      ['Issued to', name],
      ['Issued by', issuerName],
      ['Valid', `${displayDay(notBefore)} to ${displayDay(notAfter)}`],
      ['Thumbprint (SHA-1)', sha1],
      ['On', this.#records.map(({ host }) => host).join(', ')],
      ['Seen', displayDay(seenAt)],
    ];
    for (const [label, value] of lines) tooltip.appendMarkdown(`*${label}:* `).appendText(value).appendMarkdown('\n\n');
    return tooltip;
  }
}

/** The state as far as it is the certificate's. */
function ofCertificate({ state }: ServedRecord): ServedState {
  return state === 'unreachable' || state === 'oldProtocol' || state === 'httpNotEnforced' ? 'good' : state;
}
