import type * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { allHostsOf, hostsOf, hostStatus } from '../served/environmentStatus.ts';
import type { ServedRecord } from '../served/servedRecord.ts';
import { DomainNode } from './domainNode.ts';
import { EnforcementNode } from './enforcementNode.ts';
import { LastReportNode } from './lastReportNode.ts';
import { NotLookedNode } from './notLookedNode.ts';
import { RouteNode } from './routeNode.ts';
import { ServedCertificateNode } from './servedCertificateNode.ts';
import type { TreeSources } from './treeSources.ts';

/** What stands below an environment: what it serves, its hosts, HTTPS, how a certificate gets there, what was done last. */
export function environmentChildren(environment: Environment, sources: TreeSources): vscode.TreeItem[] {
  const { report } = sources.history.of(environment.name);
  const recordOf = (host: string): ServedRecord | undefined => sources.served.of(environment.address, host);
  const records = hostsOf(environment).flatMap((host) => recordOf(host) ?? []);
  return [
    ...(records.length > 0
      ? byCertificate(records).map((group) => new ServedCertificateNode(environment, group, sources))
      : [new NotLookedNode(environment)]),
    ...allHostsOf(environment).map((host) => {
      const record = recordOf(host);
      return new DomainNode(host, environment, record, record && hostStatus(record, sources));
    }),
    ...(records.length > 0 ? [new EnforcementNode(environment, records)] : []),
    new RouteNode(environment),
    new LastReportNode(environment, report),
    ...sources.drafts.nodesFor(environment, sources.time),
  ];
}

/** Hosts that serve the same certificate, together. */
function byCertificate(records: readonly ServedRecord[]): readonly (readonly ServedRecord[])[] {
  const groups = new Map<string, ServedRecord[]>();
  for (const record of records) {
    const { certificate } = record;
    if (!certificate) continue;
    const group = groups.get(certificate.sha256);
    if (group) group.push(record);
    else groups.set(certificate.sha256, [record]);
  }
  return [...groups.values()];
}
