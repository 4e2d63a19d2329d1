import { createHash } from 'node:crypto';
import { openPfx } from '../core/pkcs12/open.ts';
import { withoutPrivateKeys } from '../core/pkcs12/publicContents.ts';
import { judge } from '../core/report/judge.ts';
import type { Report } from '../core/report/report.ts';
import { judgeServed } from '../core/served/judgeServed.ts';
import { reportOfServed } from '../core/served/reportOfServed.ts';
import type { ServedReport } from '../core/served/servedReport.ts';
import type { PasswordKind } from '../core/rules/subject.ts';
import { CertificateFileError, readCertificates } from '../core/x509/certificateFiles.ts';
import { CertificateError } from '../core/x509/certificateError.ts';
import { parseCertificate } from '../core/x509/parseCertificate.ts';
import type {
  Authorities,
  JudgeRequest,
  JudgeServedRequest,
  Opened,
  OpenRequest,
  ServedReportRequest,
} from './messages.ts';
import { anchorsFor, publicRoots } from './trustStores.ts';

/**
 * Opens a PFX and lets go of its private keys.
 * @throws PfxError
 */
export async function open({ bytes, password, ...options }: OpenRequest): Promise<Opened> {
  const contents = await openPfx(bytes, password, options);
  try {
    return {
      contents: withoutPrivateKeys(contents),
      password: passwordKind(password),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  } finally {
    for (const bag of contents.bags) if (bag.kind === 'key') bag.pkcs8.fill(0);
  }
}

/** Judges what `open` gave, as often as wanted: for another environment, at another time. */
export function judgeOpened(request: JudgeRequest): Report {
  const { opened, file, trust, ...rest } = request;
  return judge(opened.contents, {
    ...rest,
    file: { ...file, sha256: opened.sha256 },
    password: opened.password,
    anchors: anchorsFor(trust),
    publicRoots: publicRoots(),
  });
}

/** Judges what was seen of a host. */
export function judgeServedHost({ observation, trust, ...rest }: JudgeServedRequest): ServedReport {
  return judgeServed(observation, { ...rest, anchors: anchorsFor(trust), publicRoots: publicRoots() });
}

export function reportServedHost({ trust, ...rest }: ServedReportRequest): Report {
  return reportOfServed({ ...rest, anchors: anchorsFor(trust), publicRoots: publicRoots() });
}

/** The CA certificates of a file that is to be trusted, or why there are none. */
export function readAuthorities(bytes: Uint8Array): Authorities {
  try {
    const certificates = readCertificates(bytes).filter(isAuthority);
    return { certificates, problem: certificates.length > 0 ? null : 'it holds certificates, but none of a CA' };
  } catch (error) {
    if (!(error instanceof CertificateFileError)) throw error;
    const problem =
      error.code === 'damaged'
        ? 'a certificate in it is damaged'
        : 'it holds no certificate; it must be a PEM, DER or P7B file';
    return { certificates: [], problem };
  }
}

/** Roots of X.509 version 1 can't say that they are a CA; they have to be self-issued. */
function isAuthority(der: Uint8Array): boolean {
  try {
    const { extensions, version, selfIssued } = parseCertificate(der);
    return extensions.basicConstraints?.ca ?? (version < 3 && selfIssued);
  } catch (error) {
    if (error instanceof CertificateError) return false;
    throw error;
  }
}

function passwordKind(password: string | undefined): PasswordKind {
  if (!password) return 'empty';
  return /^[\x20-\x7e]*$/.test(password) ? 'ascii' : 'nonAscii';
}
