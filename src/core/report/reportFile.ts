import type { PublicBag } from '../pkcs12/publicContents.ts';
import { isLocked } from '../rules/lockedParts.ts';
import { Oid } from '../pkcs12/oids.ts';
import type { Subject } from '../rules/subject.ts';
import { inChainOrder } from '../rules/subjectPath.ts';
import { displayName } from '../x509/names.ts';
import type { ReportBag, ReportFile } from './reportedFile.ts';
import { describeKey } from './reportCertificates.ts';
import { createHash } from 'node:crypto';

export function reportFile(
  subject: Subject,
  file: { readonly name: string; readonly size: number; readonly sha256: string },
): ReportFile {
  const { structure, bags } = subject.contents;
  const { producer, mac, certificateEncryption, keyEncryption, passwordEncoding, trailingBytes, ber } = structure;
  return {
    ...file,
    producer,
    mac,
    certificateEncryption,
    keyEncryption,
    passwordEncoding,
    trailingBytes,
    ber,
    chainOrder: inChainOrder(subject) ?? null,
    bags: bags.map((bag) => reportBag(bag, subject)),
  };
}

function reportBag(bag: PublicBag, subject: Subject): ReportBag {
  return {
    kind: bag.kind,
    description: describeBag(bag, subject),
    ...(bag.friendlyName !== undefined && { friendlyName: bag.friendlyName }),
    ...(bag.localKeyId !== undefined && { localKeyId: bag.localKeyId }),
    ...(isLocked(bag) && { locked: true }),
    ...repeats(bag, subject),
    ...(bag.duplicateAttributes.length > 0 && { duplicateAttributes: bag.duplicateAttributes.map(attributeName) }),
  };
}

function repeats(bag: PublicBag, { contents }: Subject): Pick<ReportBag, 'repeats'> {
  if (bag.kind !== 'certificate') return {};
  const first = contents.bags.findIndex(
    (other) => other.kind === 'certificate' && Buffer.compare(other.der, bag.der) === 0,
  );
  return first < contents.bags.indexOf(bag) ? { repeats: first } : {};
}

function attributeName(oid: string): string {
  return ATTRIBUTE_NAMES[oid] ?? oid;
}

const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  [Oid.friendlyName]: 'friendly name',
  [Oid.localKeyId]: 'local key id',
  [Oid.microsoftCspName]: 'Microsoft provider name',
};

function describeBag(bag: PublicBag, { certificates }: Subject): string {
  switch (bag.kind) {
    case 'certificate': {
      const sha256 = createHash('sha256').update(bag.der).digest('hex');
      const certificate = certificates.find((candidate) => candidate.sha256 === sha256);
      return certificate ? displayName(certificate.subject) : 'a certificate that can’t be read';
    }
    case 'key':
      return `${describeKey(bag.algorithm)}${bag.encryption ? `, ${bag.encryption.name}` : ', not encrypted'}`;
    case 'crl':
      return 'certificate revocation list';
    case 'secret':
      return `secret (${bag.oid})`;
    case 'unknown':
      return `entry of the type ${bag.oid}`;
    case 'unreadable':
      if (bag.problem === 'keyPassword')
        return `${bag.of === 'key' ? 'a private key' : 'a part'} under another password`;
      return `a ${bag.of ?? 'entry'} that can’t be read${bag.algorithm ? ` (${bag.algorithm})` : ''}`;
  }
}
