import { randomBytes } from 'node:crypto';
import { crlAddresses, ocspAddresses } from '../core/online/addresses.ts';
import { checkOcsp } from '../core/revocation/checkOcsp.ts';
import type { RevocationEvidence, RevocationQuestion } from '../core/revocation/evidence.ts';
import { NONCE_LENGTH, ocspGetAddress, ocspRequest } from '../core/revocation/ocspRequest.ts';
import type { Certificate } from '../core/x509/certificate.ts';
import { checkCrl } from '../core/x509/checkCrl.ts';
import type { Path } from '../core/x509/path.ts';
import { type Answer, type OnlineOptions, OnlineTask } from './online.ts';

const MAX_REQUESTS = 24;

/**
 * Asks whether the certificates of a path are revoked: its OCSP addresses first, and where none gives an answer that can be believed
 * its CRL addresses. An OCSP service learns which certificate is meant; of a CRL only the request is sent.
 *
 * @param time milliseconds since 1970-01-01T00:00:00Z, for which the answers must hold
 * @returns all that came, unchecked, and what went wrong
 * @throws NetError `cancelled`
 * @see RFC 6960 Appendix A, RFC 5280 §4.2.1.13
 */
export async function fetchRevocation(
  path: Path,
  time: number,
  options: OnlineOptions,
): Promise<readonly RevocationEvidence[]> {
  const task = new OnlineTask(options, MAX_REQUESTS);
  const lists = new Map<string, Promise<Answer>>();
  const links = path.steps.flatMap(({ certificate, problems }, i) => {
    const issuer = path.steps[i + 1]?.certificate;
    if (!issuer || problems.some(({ code }) => code === 'badSignature')) return [];
    return [new Link(certificate, issuer, time, task, lists, options)];
  });
  const evidence = await Promise.all(links.map((link) => link.evidence()));
  return evidence.flat();
}

/** One certificate, and who issued it. */
class Link {
  readonly #certificate: Certificate;
  readonly #issuer: Certificate;
  readonly #time: number;
  readonly #task: OnlineTask;
  readonly #lists: Map<string, Promise<Answer>>;
  readonly #options: OnlineOptions;

  /** @param lists CRLs that this task has asked for already */
  constructor(
    certificate: Certificate,
    issuer: Certificate,
    time: number,
    task: OnlineTask,
    lists: Map<string, Promise<Answer>>,
    options: OnlineOptions,
  ) {
    this.#certificate = certificate;
    this.#issuer = issuer;
    this.#time = time;
    this.#task = task;
    this.#lists = lists;
    this.#options = options;
  }

  async evidence(): Promise<readonly RevocationEvidence[]> {
    const all: RevocationEvidence[] = [];
    for (const url of ocspAddresses(this.#certificate)) {
      const { evidence, settled } = await this.#byOcsp(url);
      all.push(evidence);
      if (settled) return all;
    }
    for (const url of crlAddresses(this.#certificate)) {
      const { evidence, settled } = await this.#byCrl(url);
      all.push(evidence);
      if (settled) return all;
    }
    return all;
  }

  async #byOcsp(url: string): Promise<Asked> {
    const { cache } = this.#options;
    const key = `${url} ${Buffer.from(ocspRequest(this.#certificate, this.#issuer)).toString('base64')}`;
    const kept = cache.answer(key, this.#time);
    const nonce = kept ? kept.nonce : Uint8Array.from(randomBytes(NONCE_LENGTH));
    const answer: Answer = kept ?? (await this.#askOcsp(url, ocspRequest(this.#certificate, this.#issuer, nonce)));
    const question = { ...this.#question('ocsp', url), ...(nonce && { nonce }) };
    if ('problem' in answer) return { evidence: { ...question, problem: answer.problem }, settled: false };
    const verdict = checkOcsp(answer.body, this.#certificate, this.#issuer, { time: this.#time, nonce });
    const settled = verdict.status !== 'unknown';
    if (settled && verdict.nextUpdate !== undefined) cache.keepAnswer(key, answer.body, verdict.nextUpdate, nonce);
    return { evidence: { ...question, answer: answer.body }, settled };
  }

  /** By POST; by GET where a server takes no POST. */
  async #askOcsp(url: string, request: Uint8Array): Promise<Answer> {
    const accept = { Accept: 'application/ocsp-response' };
    const answer = await this.#task.ask(url, {
      method: 'POST',
      headers: { ...accept, 'Content-Type': 'application/ocsp-request' },
      body: request,
    });
    const noPost = 'problem' in answer && (answer.status === 405 || answer.status === 501);
    return noPost ? this.#task.ask(ocspGetAddress(url, request), { headers: accept }) : answer;
  }

  async #byCrl(url: string): Promise<Asked> {
    const { cache } = this.#options;
    const kept = cache.answer(url, this.#time);
    const answer: Answer = kept ?? (await this.#list(url));
    const question = this.#question('crl', url);
    if ('problem' in answer) return { evidence: { ...question, problem: answer.problem }, settled: false };
    const verdict = checkCrl(answer.body, this.#certificate, this.#issuer, { time: this.#time });
    const settled = verdict.status !== 'unknown';
    if (settled && verdict.nextUpdate !== undefined) cache.keepAnswer(url, answer.body, verdict.nextUpdate);
    return { evidence: { ...question, answer: answer.body }, settled };
  }

  #list(url: string): Promise<Answer> {
    const asked = this.#lists.get(url) ?? this.#task.ask(url);
    this.#lists.set(url, asked);
    return asked;
  }

  #question(kind: RevocationQuestion['kind'], url: string): RevocationQuestion {
    return { kind, url, certificate: this.#certificate.sha256 };
  }
}

interface Asked {
  readonly evidence: RevocationEvidence;
  /** the answer can be believed: nobody else need be asked */
  readonly settled: boolean;
}
