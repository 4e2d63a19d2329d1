import { bytesEqual } from '../core/asn1/values.ts';
import { issuerAddresses } from '../core/online/addresses.ts';
import type { FetchedCertificate, FetchedIssuers, FetchFailure } from '../core/online/fetched.ts';
import { issuersIn, parseFetched, signersAbove } from '../core/online/fetchedIssuers.ts';
import type { FetchProblem } from '../core/online/fetchProblem.ts';
import type { Certificate } from '../core/x509/certificate.ts';
import { type OnlineOptions, OnlineTask } from './online.ts';

const MAX_DEPTH = 10;
const MAX_REQUESTS = 12;

/**
 * Fetches the issuers that a chain lacks, each from the addresses that the certificate below it names, until none is missing or none
 * can be had. A certificate counts only where its subject and its key verify the one below; the address is all that is sent.
 *
 * @param wanted the certificate whose issuer is missing, given what has been fetched; undefined where none is
 * @param before what was fetched earlier: it is in the result too, but for its failures
 * @throws NetError `cancelled`
 * @see RFC 5280 §4.2.2.1
 */
export async function fetchIssuers(
  wanted: (fetched: FetchedIssuers) => Certificate | undefined,
  before: FetchedIssuers,
  options: OnlineOptions,
): Promise<FetchedIssuers> {
  const task = new OnlineTask(options, MAX_REQUESTS);
  let fetched: FetchedIssuers = { certificates: before.certificates, failures: [] };
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const child = wanted(fetched);
    if (!child) break;
    const { certificates, failures } = await issuersOf(child, task, options);
    const added = certificates.filter(({ der }) => !fetched.certificates.some((known) => bytesEqual(known.der, der)));
    fetched = { certificates: [...fetched.certificates, ...added], failures: [...fetched.failures, ...failures] };
    if (added.length === 0) break;
  }
  return fetched;
}

/** The first address that gives the issuer ends the search. */
async function issuersOf(child: Certificate, task: OnlineTask, { cache }: OnlineOptions): Promise<FetchedIssuers> {
  const failures: FetchFailure[] = [];
  for (const url of issuerAddresses(child)) {
    const known = signersAbove([child], parseFetched(cache.certificates(url)));
    const found = known.length > 0 ? known : await issuersAt(url, child, task);
    if (typeof found === 'string') {
      failures.push({ url, problem: found });
      continue;
    }
    const certificates = found.map(({ der }): FetchedCertificate => ({ der: Uint8Array.from(der), url }));
    cache.keepCertificates(
      url,
      certificates.map(({ der }) => der),
    );
    return { certificates, failures };
  }
  return { certificates: [], failures };
}

async function issuersAt(
  url: string,
  child: Certificate,
  task: OnlineTask,
): Promise<readonly Certificate[] | FetchProblem> {
  const answer = await task.ask(url);
  return 'problem' in answer ? answer.problem : issuersIn(answer.body, child);
}
