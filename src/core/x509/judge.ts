import { Budget } from './budget.ts';
import type { Certificate } from './certificate.ts';
import { certificateProblems, type Demands, type Role } from './certificateProblems.ts';
import { keyHash } from './keyHash.ts';
import type { PathProblem } from './path.ts';
import { type SignatureVerdict, verifyCertificate } from './verifySignature.ts';

/** Remembers what is known of certificates and of pairs of them, so that no path of a search pays twice. */
export class Judge {
  readonly #demands: Demands;
  readonly #signatureChecks: Budget;
  readonly #verdicts = new Map<string, SignatureVerdict>();
  readonly #problems = new Map<string, readonly PathProblem[]>();

  constructor(demands: Demands, maxSignatureChecks: number) {
    this.#demands = demands;
    this.#signatureChecks = new Budget(maxSignatureChecks);
  }

  get exceeded(): boolean {
    return this.#signatureChecks.exceeded;
  }

  /** Of the child's signature by the issuer's key; undefined where the budget is used up. */
  verify(child: Certificate, issuer: Certificate): SignatureVerdict | undefined {
    // the verdict is the key's: certificates of one key and several names or dates cost one check
    const pair = child.sha256 + keyHash(issuer.publicKey);
    let verdict = this.#verdicts.get(pair);
    if (verdict === undefined && this.#signatureChecks.spend()) {
      verdict = verifyCertificate(child, issuer);
      this.#verdicts.set(pair, verdict);
    }
    return verdict;
  }

  problemsOf(certificate: Certificate, role: Role): readonly PathProblem[] {
    const key = `${certificate.sha256} ${role.ca} ${role.anchor}`;
    let problems = this.#problems.get(key);
    if (!problems) {
      problems = certificateProblems(certificate, role, this.#demands);
      this.#problems.set(key, problems);
    }
    return problems;
  }
}
