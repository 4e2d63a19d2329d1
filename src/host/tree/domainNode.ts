import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { normaliseDomain } from '../../core/x509/domains.ts';
import type { HostStatus } from '../served/environmentStatus.ts';
import type { ServedRecord } from '../served/servedRecord.ts';
import { stateUri } from './stateDecorations.ts';
import { stateIcon, stateText } from './stateLook.ts';
import type { LateTooltip } from './treeSources.ts';

/** A host of an environment: one of its domains, or the address that OutSystems gave it. */
export class DomainNode extends vscode.TreeItem implements LateTooltip {
  readonly #host: string;
  readonly #environment: Environment;
  readonly #record: ServedRecord | undefined;

  constructor(
    host: string,
    environment: Environment,
    record: ServedRecord | undefined,
    status: HostStatus | undefined,
  ) {
    const unicode = normaliseDomain(host)?.unicode ?? host;
    super(unicode);
    this.#host = host;
    this.#environment = environment;
    this.#record = record;
    this.id = `domain:${environment.name}:${host}`;
    const own = this.#isAddress ? 'its own address' : '';
    this.description = [unicode === host ? '' : host, own, status && stateText(status), record?.dns]
      .filter(Boolean)
      .join(' · ');
    this.iconPath = stateIcon(status?.state, this.#isAddress ? 'server' : 'globe');
    if (status) this.resourceUri = stateUri(`${environment.name}/${host}`, status.state);
    this.accessibilityInformation = {
      label: [`${this.#isAddress ? 'Address' : 'Domain'} ${host}`, status && stateText(status), record?.dns]
        .filter(Boolean)
        .join(', '),
    };
  }

  makeTooltip(): vscode.MarkdownString {
    const tooltip = new vscode.MarkdownString();
    tooltip.appendText(
      this.#isAddress
        ? `The address that ${this.#environment.name} was given.`
        : `People reach ${this.#environment.name} as ${this.#host}.`,
    );
    if (!this.#record) return tooltip;
    const { dns, findings, headline } = this.#record;
    tooltip.appendMarkdown('\n\n').appendText(headline);
    if (dns !== null) tooltip.appendMarkdown('\n\n*DNS:* ').appendText(dns);
    for (const { title } of findings) if (title !== headline) tooltip.appendMarkdown('\n\n- ').appendText(title);
    return tooltip;
  }

  get #isAddress(): boolean {
    return this.#host === this.#environment.address && !this.#environment.domains.includes(this.#host);
  }
}
