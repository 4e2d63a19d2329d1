import { Budget } from './budget.ts';
import type { PathOptions } from './buildPath.ts';
import type { Certificate } from './certificate.ts';
import { type Candidate, IssuerCandidates } from './issuerCandidates.ts';
import { Judge } from './judge.ts';
import { displayName } from './names.ts';
import type { Path, PathProblem, PathStep } from './path.ts';
import { pathCost } from './pathCost.ts';
import { pathProblems } from './pathProblems.ts';
import type { TrustStore } from './trust.ts';
import type { SignatureVerdict } from './verifySignature.ts';

const MAX_SIGNATURE_CHECKS = 200;
const MAX_NAME_COMPARISONS = 100_000;
const MAX_VISITS = 2_000;
const MAX_VISITS_OF_DIAGNOSIS = 200;
const MAX_SELF_ISSUED = 10;
const DEFAULT_DEPTH = 10;

/** An issuer on the way up, and what its key says of the signature below it. */
interface Link extends Candidate {
  readonly verdict: SignatureVerdict;
}

interface End {
  readonly stores?: readonly TrustStore[];
  /** of the last certificate */
  readonly last?: PathProblem;
  readonly whole?: PathProblem;
}

/**
 * One search, leaf to anchor, depth first. The first pass follows sound certificates alone and ends at the first sound
 * path; only where there is none the second follows everything, to find out which path says most about what is wrong.
 */
export class PathSearch {
  readonly #leaf: Certificate;
  readonly #options: PathOptions;
  readonly #issuers: IssuerCandidates;
  readonly #judge: Judge;
  readonly #comparisons = new Budget(MAX_NAME_COMPARISONS);
  readonly #visits = new Budget(MAX_VISITS);
  readonly #diagnosisVisits = new Budget(MAX_VISITS_OF_DIAGNOSIS);
  readonly #found = new Map<string, { readonly path: Path; readonly cost: number }>();

  constructor(leaf: Certificate, options: PathOptions) {
    const { intermediates, anchors, time, purpose = 'serverAuth', profile = 'browsers', keyUsage = [] } = options;
    this.#leaf = leaf;
    this.#options = options;
    this.#judge = new Judge({ time, purpose, profile, keyUsage }, MAX_SIGNATURE_CHECKS);
    this.#issuers = new IssuerCandidates(
      [
        { certificates: intermediates, origin: 'file' },
        { certificates: options.fetched ?? [], origin: 'fetched' },
        { certificates: options.stored ?? [], origin: 'store' },
      ],
      anchors,
      time,
    );
  }

  /** @param stopAtFirst end at the first path that is sound above the leaf. @returns the best path first, never none */
  run(stopAtFirst: boolean): readonly Path[] {
    const stores = this.#options.anchors.storesOf(this.#leaf.sha256);
    if (stores.length > 0) {
      this.#record([], { stores });
    } else {
      const sound = this.#followSound(this.#leaf, [], stopAtFirst);
      if (!(sound && stopAtFirst)) this.#followAll(this.#leaf, []);
    }
    if (this.#found.size === 0) this.#record([], { whole: { code: 'budgetExceeded' } });
    const found = [...this.#found.values()];
    found.sort((a, b) => a.cost - b.cost);
    return found.map(({ path }) => path);
  }

  #followSound(child: Certificate, links: readonly Link[], stopAtFirst: boolean): boolean {
    for (const candidate of this.#issuers.of(child)) {
      if (!this.#visits.spend()) return false;
      const { certificate, stores } = candidate;
      if (this.#isLoop(candidate, links) || this.#isTooDeep(candidate, links)) continue;
      if (this.#judge.problemsOf(certificate, { ca: true, anchor: stores.length > 0 }).length > 0) continue;
      if (this.#judge.verify(child, certificate) !== 'good') continue;
      const next: readonly Link[] = [...links, { ...candidate, verdict: 'good' }];
      const sound = this.#endSound(next, stopAtFirst);
      if (sound && stopAtFirst) return true;
    }
    return false;
  }

  /** Where a trusted intermediate ends a path, the root above it says more of who vouches: it goes first, if it is trusted too. */
  #endSound(links: readonly Link[], stopAtFirst: boolean): boolean {
    const { certificate, stores } = links.at(-1) ?? { certificate: this.#leaf, stores: [] };
    const further =
      !(certificate.selfIssued && stores.length > 0) && this.#followSound(certificate, links, stopAtFirst);
    if (stores.length === 0 || (further && stopAtFirst)) return further;
    return this.#record(links, { stores }) || further;
  }

  /**
   * A candidate whose key did not sign is followed only where none is better and no key identifier speaks against it: then
   * the certificate below is said to have a bad signature, else its issuer is said to be missing.
   */
  #followAll(child: Certificate, links: readonly Link[]): void {
    const sameName = this.#issuers.of(child).filter((candidate) => !this.#isLoop(candidate, links));
    const checked: Link[] = [];
    for (const candidate of sameName) {
      const verdict = this.#judge.verify(child, candidate.certificate);
      if (verdict !== undefined) checked.push({ ...candidate, verdict });
    }
    const signers = checked.filter(({ verdict }) => verdict !== 'bad');
    const followed = signers.length > 0 ? signers : checked.filter(({ keyId }) => keyId !== 'other').slice(0, 1);
    if (followed.length === 0) this.#record(links, { last: this.#missing(child, sameName.length) });
    for (const link of followed) {
      if (!this.#diagnosisVisits.spend()) return;
      const next = [...links, link];
      if (link.stores.length > 0) this.#record(next, { stores: link.stores });
      else if (this.#isTooDeep(link, links)) this.#record(next, { whole: { code: 'depthExceeded' } });
      else this.#followAll(link.certificate, next);
    }
  }

  #missing(child: Certificate, sameName: number): PathProblem {
    const selfSigned = child.selfIssued && this.#judge.verify(child, child) !== 'bad';
    if (selfSigned) return { code: 'untrustedRoot' };
    // only those that are left out as loops can have signed it
    const circle = this.#issuers.of(child).some(({ certificate }) => this.#judge.verify(child, certificate) === 'good');
    return {
      code: 'issuerMissing',
      params: { issuer: displayName(child.issuer), sameName, ...(circle && { circle: 'yes' }) },
    };
  }

  /** The same name with the same key: nothing new can lie behind it (RFC 4158 §5.2). */
  #isLoop({ identity }: Candidate, links: readonly Link[]): boolean {
    return identity === this.#issuers.identityOf(this.#leaf) || links.some((link) => link.identity === identity);
  }

  /** Would this candidate be an intermediate too many? Anchors are none, and self-issued ones hardly count. */
  #isTooDeep({ certificate, stores }: Candidate, links: readonly Link[]): boolean {
    const depth = this.#options.maxDepth ?? DEFAULT_DEPTH;
    if (stores.length > 0) return false;
    if (links.length >= depth + MAX_SELF_ISSUED) return true;
    return !certificate.selfIssued && links.filter((link) => !link.certificate.selfIssued).length >= depth;
  }

  /** Keeps a path that can't go on. @returns whether nothing is wrong but with the leaf itself */
  #record(links: readonly Link[], { stores = [], last, whole }: End): boolean {
    const certificates = [this.#leaf, ...links.map(({ certificate }) => certificate)];
    const key = certificates.map(({ sha256 }) => sha256).join(' ');
    if (this.#found.has(key)) return false;
    const between =
      stores.length > 0
        ? pathProblems(certificates, this.#options.policies ?? {}, this.#comparisons)
        : { steps: certificates.map(() => []), whole: [] };
    const steps = certificates.map((certificate, i): PathStep => {
      const anchor = stores.length > 0 && i === links.length;
      const problems = [
        ...this.#judge.problemsOf(certificate, { ca: i > 0, anchor }),
        ...signatureProblems(certificate, links[i]),
        ...(between.steps[i] ?? []),
        ...(last && i === links.length ? [last] : []),
      ];
      return { certificate, origin: links[i - 1]?.origin ?? 'file', problems };
    });
    const problems = [...between.whole, ...(whole ? [whole] : [])];
    const broken = problems.length > 0 || steps.some((step) => step.problems.length > 0);
    if (broken && this.#isExceeded() && !problems.some(({ code }) => code === 'budgetExceeded'))
      problems.push({ code: 'budgetExceeded' });
    const path: Path = { steps, anchorStores: stores, problems, trusted: !broken && stores.length > 0 };
    const cost = pathCost(steps, problems);
    this.#found.set(key, { path, cost });
    const ofLeaf = this.#judge.problemsOf(this.#leaf, { ca: false, anchor: stores.length > 0 && links.length === 0 });
    return stores.length > 0 && cost === pathCost([{ problems: ofLeaf }], []);
  }

  #isExceeded(): boolean {
    return (
      this.#judge.exceeded || this.#comparisons.exceeded || this.#visits.exceeded || this.#diagnosisVisits.exceeded
    );
  }
}

function signatureProblems(certificate: Certificate, above: Link | undefined): PathProblem[] {
  if (above?.verdict === 'bad') return [{ code: 'badSignature' }];
  if (above?.verdict !== 'notVerifiable') return [];
  return [{ code: 'signatureNotVerifiable', params: { algorithm: certificate.signature.name } }];
}
