import type { Rule } from './rule.ts';
import { badSignature } from './chain/badSignature.ts';
import { constraintViolated } from './chain/constraintViolated.ts';
import { incompleteInFile } from './chain/incompleteInFile.ts';
import { issuerMissing } from './chain/issuerMissing.ts';
import { leafIsAuthority } from './chain/leafIsAuthority.ts';
import { leafUsage } from './chain/leafUsage.ts';
import { noCertificate } from './chain/noCertificate.ts';
import { notAnAuthority } from './chain/notAnAuthority.ts';
import { notVerifiable } from './chain/notVerifiable.ts';
import { privateAuthority } from './chain/privateAuthority.ts';
import { revocationUnknown } from './chain/revocationUnknown.ts';
import { revoked } from './chain/revoked.ts';
import { rootMissing } from './chain/rootMissing.ts';
import { selfSigned } from './chain/selfSigned.ts';
import { strayCertificates } from './chain/strayCertificates.ts';
import { tooLong } from './chain/tooLong.ts';
import { unparsableCertificate } from './chain/unparsableCertificate.ts';
import { untrustedRoot } from './chain/untrustedRoot.ts';
import { wrongOrder } from './chain/wrongOrder.ts';
import { authorityNotYetValid } from './expiry/authorityNotYetValid.ts';
import { authorityExpired } from './expiry/authorityExpired.ts';
import { expired as expiryExpired } from './expiry/expired.ts';
import { expiringSoon } from './expiry/expiringSoon.ts';
import { notYetValid } from './expiry/notYetValid.ts';
import { environmentWithoutDomains } from './domain/environmentWithoutDomains.ts';
import { notChecked } from './domain/notChecked.ts';
import { notCovered } from './domain/notCovered.ts';
import { mismatch as keyMismatch } from './key/mismatch.ts';
import { missing as keyMissing } from './key/missing.ts';
import { notComparable } from './key/notComparable.ts';
import { notRsa } from './key/notRsa.ts';
import { several as keySeveral } from './key/several.ts';
import { tooLarge } from './key/tooLarge.ts';
import { otherPassword as keyOtherPassword } from './key/otherPassword.ts';
import { unreadable as keyUnreadable } from './key/unreadable.ts';
import { weak as keyWeak } from './key/weak.ts';
import { noCustomCertificate } from './environment/noCustomCertificate.ts';
import { duplicateAttributes } from './file/duplicateAttributes.ts';
import { fewIterations } from './file/fewIterations.ts';
import { leafNotMarked } from './file/leafNotMarked.ts';
import { manyIterations } from './file/manyIterations.ts';
import { modernEncryption } from './file/modernEncryption.ts';
import { noMac } from './file/noMac.ts';
import { nonAsciiPassword } from './file/nonAsciiPassword.ts';
import { pbmac1 } from './file/pbmac1.ts';
import { rc2Encryption } from './file/rc2Encryption.ts';
import { trailingBytes } from './file/trailingBytes.ts';
import { furtherPasswords } from './file/furtherPasswords.ts';
import { twoPasswords } from './file/twoPasswords.ts';
import { unreadableBag } from './file/unreadableBag.ts';

/** All rules, in the order in which findings of the same severity are shown. */
export const RULES: readonly Rule[] = [
  revoked,
  badSignature,
  constraintViolated,
  incompleteInFile,
  issuerMissing,
  leafIsAuthority,
  leafUsage,
  noCertificate,
  notAnAuthority,
  notVerifiable,
  privateAuthority,
  revocationUnknown,
  rootMissing,
  selfSigned,
  strayCertificates,
  tooLong,
  unparsableCertificate,
  untrustedRoot,
  wrongOrder,
  expiryExpired,
  notYetValid,
  authorityExpired,
  authorityNotYetValid,
  expiringSoon,
  environmentWithoutDomains,
  notChecked,
  notCovered,
  keyMismatch,
  keyMissing,
  notComparable,
  notRsa,
  keySeveral,
  tooLarge,
  keyUnreadable,
  keyOtherPassword,
  keyWeak,
  noCustomCertificate,
  duplicateAttributes,
  fewIterations,
  leafNotMarked,
  manyIterations,
  modernEncryption,
  noMac,
  nonAsciiPassword,
  pbmac1,
  rc2Encryption,
  trailingBytes,
  twoPasswords,
  furtherPasswords,
  unreadableBag,
];
