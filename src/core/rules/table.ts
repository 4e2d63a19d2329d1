import type { Rule } from './rule.ts';
import { badSignature } from './chain/badSignature.ts';
import { circular } from './chain/circular.ts';
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
import { notForTls } from './key/notForTls.ts';
import { notRsa } from './key/notRsa.ts';
import { several as keySeveral } from './key/several.ts';
import { tooLarge } from './key/tooLarge.ts';
import { notEncrypted as keyNotEncrypted } from './key/notEncrypted.ts';
import { otherPassword as keyOtherPassword } from './key/otherPassword.ts';
import { unreadable as keyUnreadable } from './key/unreadable.ts';
import { weak as keyWeak } from './key/weak.ts';
import { namesake } from './chain/namesake.ts';
import { smallKey } from './chain/smallKey.ts';
import { testAuthority } from './chain/testAuthority.ts';
import { weakSignature } from './chain/weakSignature.ts';
import { validityTooLong } from './expiry/validityTooLong.ts';
import { mixedScripts } from './domain/mixedScripts.ts';
import { reused as keyReused } from './key/reused.ts';
import { severalCertificates } from './key/severalCertificates.ts';
import { smallExponent } from './key/smallExponent.ts';
import { unsafeExponent } from './key/unsafeExponent.ts';
import { clientAuth } from './publicCa/clientAuth.ts';
import { clientAuthForbidden } from './publicCa/clientAuthForbidden.ts';
import { commonName } from './publicCa/commonName.ts';
import { forbiddenPurposes } from './publicCa/forbiddenPurposes.ts';
import { internalNames } from './publicCa/internalNames.ts';
import { keySize } from './publicCa/keySize.ts';
import { keyType } from './publicCa/keyType.ts';
import { keyUsage } from './publicCa/keyUsage.ts';
import { nameForm } from './publicCa/nameForm.ts';
import { noPurposes } from './publicCa/noPurposes.ts';
import { noSubjectAltName } from './publicCa/noSubjectAltName.ts';
import { revocationAddress } from './publicCa/revocationAddress.ts';
import { signatureAlgorithm } from './publicCa/signatureAlgorithm.ts';
import { timestamps } from './publicCa/timestamps.ts';
import { wildcardTooWide } from './publicCa/wildcardTooWide.ts';
import { noCustomCertificate } from './environment/noCustomCertificate.ts';
import { duplicateCertificates } from './file/duplicateCertificates.ts';
import { duplicateAttributes } from './file/duplicateAttributes.ts';
import { fewIterations } from './file/fewIterations.ts';
import { leafNotMarked } from './file/leafNotMarked.ts';
import { manyIterations } from './file/manyIterations.ts';
import { modernEncryption } from './file/modernEncryption.ts';
import { noMac } from './file/noMac.ts';
import { nonAsciiPassword } from './file/nonAsciiPassword.ts';
import { pbmac1 } from './file/pbmac1.ts';
import { rc2Encryption } from './file/rc2Encryption.ts';
import { rareAlgorithms } from './file/rareAlgorithms.ts';
import { trailingBytes } from './file/trailingBytes.ts';
import { furtherPasswords } from './file/furtherPasswords.ts';
import { twoPasswords } from './file/twoPasswords.ts';
import { unreadableBag } from './file/unreadableBag.ts';

import { endsSooner } from './replaces/endsSooner.ts';
import { issuerChanged } from './replaces/issuerChanged.ts';
import { keyChanged } from './replaces/keyChanged.ts';
import { nameLost } from './replaces/nameLost.ts';

/** All rules, in the order in which findings of the same severity are shown. */
export const RULES: readonly Rule[] = [
  revoked,
  badSignature,
  circular,
  constraintViolated,
  incompleteInFile,
  issuerMissing,
  leafIsAuthority,
  leafUsage,
  noCertificate,
  namesake,
  notAnAuthority,
  notVerifiable,
  privateAuthority,
  revocationUnknown,
  rootMissing,
  selfSigned,
  smallKey,
  strayCertificates,
  testAuthority,
  tooLong,
  unparsableCertificate,
  untrustedRoot,
  weakSignature,
  wrongOrder,
  expiryExpired,
  notYetValid,
  authorityExpired,
  authorityNotYetValid,
  expiringSoon,
  validityTooLong,
  environmentWithoutDomains,
  mixedScripts,
  notChecked,
  notCovered,
  nameLost,
  endsSooner,
  issuerChanged,
  keyChanged,
  keyMismatch,
  keyMissing,
  notComparable,
  notForTls,
  notRsa,
  keyReused,
  keySeveral,
  severalCertificates,
  smallExponent,
  tooLarge,
  keyUnreadable,
  unsafeExponent,
  keyOtherPassword,
  keyNotEncrypted,
  keyWeak,
  clientAuth,
  clientAuthForbidden,
  commonName,
  forbiddenPurposes,
  internalNames,
  keySize,
  keyType,
  keyUsage,
  nameForm,
  noPurposes,
  noSubjectAltName,
  revocationAddress,
  signatureAlgorithm,
  timestamps,
  wildcardTooWide,
  noCustomCertificate,
  duplicateAttributes,
  duplicateCertificates,
  fewIterations,
  leafNotMarked,
  manyIterations,
  modernEncryption,
  noMac,
  nonAsciiPassword,
  pbmac1,
  rc2Encryption,
  rareAlgorithms,
  trailingBytes,
  twoPasswords,
  furtherPasswords,
  unreadableBag,
];
