import type { Certificate } from '../x509/certificate.ts';
import type { Path, PathProblemCode, PathStep } from '../x509/path.ts';
import type { Subject } from './subject.ts';

/** The last certificate of a path that ends because nobody has its issuer. */
export function missingIssuerOf(path: Path | undefined): Certificate | undefined {
  const all = [...(path?.problems ?? []), ...(path?.steps ?? []).flatMap((step) => step.problems)];
  return all.some(({ code }) => code === 'issuerMissing') ? path?.steps.at(-1)?.certificate : undefined;
}

/** The certificate of a path whose true issuer is nowhere at hand: it is missing, or another of its name stands in its place. */
export function wantedIssuerOf(path: Path | undefined): Certificate | undefined {
  return missingIssuerOf(path) ?? stepsWith(path, 'badSignature')[0]?.certificate;
}

/** A certificate of the file that has the name of the missing issuer but another key: an older or a newer one. */
export function namesakeOfMissing({ path, certificates }: Subject): Certificate | undefined {
  const child = missingIssuerOf(path);
  if (!child || circleOf(path)) return undefined;
  return certificates.find(({ subject, sha256 }) => subject.key === child.issuer.key && sha256 !== child.sha256);
}

/** The last certificate of a path whose issuer is in the path already: its CAs certify each other, and none of them is a root. */
export function circleOf(path: Path | undefined): Certificate | undefined {
  const child = missingIssuerOf(path);
  const problems = path?.steps.at(-1)?.problems ?? [];
  return problems.some(({ params }) => params?.['circle'] !== undefined) ? child : undefined;
}

/** A self-signed certificate at the end of the path that no store trusts; the leaf itself does not count. */
export function untrustedRootOf(path: Path | undefined): Certificate | undefined {
  if (!path || path.anchorStores.length > 0 || path.steps.length < 2) return undefined;
  const last = path.steps.at(-1);
  return last?.problems.some(({ code }) => code === 'untrustedRoot') ? last.certificate : undefined;
}

/** The leaf is its own issuer. */
export function isSelfSigned({ leaf, path }: Subject): boolean {
  return leaf !== undefined && leaf.selfIssued && (path?.steps.length ?? 0) <= 1;
}

/** Steps that have one of these problems. */
export function stepsWith(path: Path | undefined, ...codes: readonly PathProblemCode[]): readonly PathStep[] {
  return (path?.steps ?? []).filter(({ problems }) => problems.some(({ code }) => codes.includes(code)));
}

/** Certificates of the path above the leaf. */
export function authoritiesOf(path: Path | undefined): readonly Certificate[] {
  return (path?.steps ?? []).slice(1).map(({ certificate }) => certificate);
}

/** The path ends in an anchor that is none of a public CA: only this computer or the user's own files trust it. */
export function endsInPrivateAuthority(subject: Subject): boolean {
  return anchorOf(subject.path) !== undefined && !endsInPublicRoot(subject);
}

/** The path ends in a root of a public CA: what browsers and the CA/Browser Forum ask of such CAs holds for it. */
export function endsInPublicRoot({ path, publicRoots }: Pick<Subject, 'path' | 'publicRoots'>): boolean {
  const anchor = anchorOf(path);
  return anchor !== undefined && publicRoots.storesOf(anchor.sha256).length > 0;
}

function anchorOf(path: Path | undefined): Certificate | undefined {
  return path && path.anchorStores.length > 0 ? path.steps.at(-1)?.certificate : undefined;
}

/** Whether the file has the path's certificates leaf first, each before its issuer; undefined where it has fewer than two. */
export function inChainOrder({ certificates, path }: Pick<Subject, 'certificates' | 'path'>): boolean | undefined {
  const position = new Map(certificates.map(({ sha256 }, index) => [sha256, index]));
  const places = (path?.steps ?? []).flatMap(({ certificate }) => position.get(certificate.sha256) ?? []);
  if (places.length < 2) return undefined;
  return places.every((place, i) => i === 0 || place > (places[i - 1] ?? 0));
}
