import type { Environment } from '../../core/environments/environment.ts';
import { belongsToOutSystems } from '../../core/environments/outsystemsDomains.ts';
import type { ServedLeaf } from '../../core/report/replacedBy.ts';
import type { KeyElsewhere } from '../../core/rules/subject.ts';
import { hostsOf } from '../served/environmentStatus.ts';
import type { ServedStore } from '../served/servedStore.ts';

/** What the environments showed when they were last looked at, for the judge. */
export interface ServedNow {
  readonly served: readonly ServedLeaf[];
  readonly keysElsewhere: readonly KeyElsewhere[];
}

/** Hosts that OutSystems serves with a certificate of its own are left out: no other takes its place. */
export function servedNow(environments: readonly Environment[], store: Pick<ServedStore, 'of' | 'chainOf'>): ServedNow {
  const seen = environments.flatMap((environment) =>
    hostsOf(environment)
      .filter((host) => !belongsToOutSystems(host))
      .flatMap((host) => {
        const record = store.of(environment.address, host);
        return record?.certificate ? [{ environment, host, record, certificate: record.certificate }] : [];
      }),
  );
  return {
    served: seen.flatMap(({ environment, host, record, certificate }) => {
      const [der] = store.chainOf(record) ?? [];
      return der ? [{ environment: environment.name, host, der, seenAt: certificate.seenAt }] : [];
    }),
    keysElsewhere: seen.map(({ environment, certificate }) => ({
      environment: environment.name,
      spkiSha256: Buffer.from(certificate.spkiPin, 'base64').toString('hex'),
    })),
  };
}
