import { type FetchedIssuers, NOTHING_FETCHED } from '../core/online/fetched.ts';
import { chainOf } from '../core/report/chainOf.ts';
import type { RevocationEvidence } from '../core/revocation/evidence.ts';
import { wantedIssuerOf } from '../core/rules/subjectPath.ts';
import { fetchIssuers } from '../net/fetchIssuers.ts';
import { fetchRevocation } from '../net/fetchRevocation.ts';
import { OnlineCache } from '../net/onlineCache.ts';
import type { FetchRequest } from './messages.ts';
import { anchorsFor } from './trustStores.ts';

/** Lives as long as this thread. */
const cache = new OnlineCache();

/** Fetches the issuers that the chain of an opened file lacks, from the addresses that its certificates name. */
export function fetchMissing({ opened, trust, time, fetched, network }: FetchRequest): Promise<FetchedIssuers> {
  const anchors = anchorsFor(trust);
  const wanted = (so: FetchedIssuers) => wantedIssuerOf(chainOf(opened.contents, { anchors, time, fetched: so }).path);
  return fetchIssuers(wanted, fetched ?? NOTHING_FETCHED, { network, cache });
}

/** Asks whether the certificates of the chain are revoked. */
export async function askRevocation({
  opened,
  trust,
  time,
  fetched,
  network,
}: FetchRequest): Promise<readonly RevocationEvidence[]> {
  const { path } = chainOf(opened.contents, { anchors: anchorsFor(trust), time, ...(fetched && { fetched }) });
  return path ? fetchRevocation(path, time, { network, cache }) : [];
}
