import { isNamed } from '../environments/isNamed.ts';
import type { Language } from '../language.ts';
import type { CheckId, CheckStatus, Report } from '../report/report.ts';
import { CHECK_TEXTS, type CheckTexts } from './texts/checkTexts.ts';

/** One of the four checks, in the draft's language. */
export interface CheckLine {
  readonly name: string;
  readonly status: CheckStatus;
  /** `status` as a word */
  readonly result: string;
  /** one sentence; for several environments one each */
  readonly fact: string;
}

const WORSE: Readonly<Record<CheckStatus, number>> = { pass: 0, warn: 1, fail: 2 };

/** The four checks of one file for the environments that the reports are for. */
export function checkLines(reports: readonly Report[], language: Language): readonly CheckLine[] {
  const texts = CHECK_TEXTS[language];
  const [first] = reports;
  if (!first) return [];
  const line = (id: CheckId, fact: string): CheckLine => {
    const status = reports
      .map(({ checks }) => checks[id].status)
      .reduce((worst, next) => (WORSE[next] > WORSE[worst] ? next : worst));
    return { name: texts.names[id], status, result: texts.statuses[status], fact };
  };
  return [
    line('chain', chainFact(first, texts)),
    line('expiry', expiryFact(first, texts)),
    line('domain', reports.map((report) => domainFact(report, texts)).join(' ')),
    line('key', keyFact(first, texts)),
  ];
}

function chainFact({ certificates, chain, checks }: Report, texts: CheckTexts): string {
  if (certificates.length === 0) return texts.noCertificate;
  for (const link of chain) if (link.kind === 'missing') return texts.chainIncomplete(link.name);
  if (checks.chain.status === 'fail') return texts.chainBroken;
  const anchor = chain.find((link) => link.kind === 'certificate' && link.anchorStores.length > 0);
  const certificate = anchor?.kind === 'certificate' ? certificates[anchor.certificate] : undefined;
  if (!certificate) return texts.chainUnanchored;
  return certificate.inFile ? texts.chainEndsIn(certificate.name) : texts.chainWithoutRoot(certificate.name);
}

function expiryFact({ certificates: [leaf], judgedAt }: Report, texts: CheckTexts): string {
  if (!leaf) return texts.noCertificate;
  if (leaf.notBefore > judgedAt) return texts.notYetValid(leaf.notBefore.slice(0, 10));
  const day = leaf.notAfter.slice(0, 10);
  return leaf.notAfter < judgedAt ? texts.expired(day) : texts.ends(day, leaf.daysLeft);
}

function domainFact({ environment, domains }: Report, texts: CheckTexts): string {
  if (!environment) return texts.noEnvironment;
  const name = isNamed(environment) ? environment.name : '';
  if (environment.domains.length === 0) return texts.noDomains(name);
  const covered = domains.filter(({ current, coveredBy }) => current && coveredBy !== null).length;
  return texts.covered(covered, environment.domains.length, name);
}

function keyFact({ key }: Report, texts: CheckTexts): string {
  if (!key) return texts.keyMissing;
  const kind = key.bits !== null && !key.algorithm.startsWith('EC') ? `${key.algorithm} ${key.bits}` : key.algorithm;
  if (key.matchesLeaf === null) return texts.keyUnknown(kind);
  return key.matchesLeaf ? texts.keyBelongs(kind) : texts.keyOfOther(kind);
}
