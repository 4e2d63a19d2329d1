import { brokenChain } from './rules/brokenChain.ts';
import { chainOrder } from './rules/chainOrder.ts';
import { clientCertificate } from './rules/clientCertificate.ts';
import { dnsRecord } from './rules/dnsRecord.ts';
import { expired } from './rules/expired.ts';
import { expiring } from './rules/expiring.ts';
import { handshakeFailed } from './rules/handshakeFailed.ts';
import { httpsDowngrade } from './rules/httpsDowngrade.ts';
import { httpNotEnforced } from './rules/httpNotEnforced.ts';
import { incompleteChain } from './rules/incompleteChain.ts';
import { keyType } from './rules/keyType.ts';
import { noAnswer } from './rules/noAnswer.ts';
import { noCertificate } from './rules/noCertificate.ts';
import { noHsts } from './rules/noHsts.ts';
import { notVerifiable } from './rules/notVerifiable.ts';
import { notYetValid } from './rules/notYetValid.ts';
import { oldProtocol } from './rules/oldProtocol.ts';
import { otherCertificate } from './rules/otherCertificate.ts';
import { privateAuthority } from './rules/privateAuthority.ts';
import { redirectsElsewhere } from './rules/redirectsElsewhere.ts';
import { selfSigned } from './rules/selfSigned.ts';
import { smallKey } from './rules/smallKey.ts';
import { unavailable } from './rules/unavailable.ts';
import { unknownIssuer } from './rules/unknownIssuer.ts';
import { unreachable } from './rules/unreachable.ts';
import { untrustedRoot } from './rules/untrustedRoot.ts';
import { wrongName } from './rules/wrongName.ts';
import type { ServedRule } from './servedRule.ts';

/** All that can be found about what a host serves, in the order in which findings of the same severity are shown. */
export const SERVED_RULES: readonly ServedRule[] = [
  unreachable,
  handshakeFailed,
  noCertificate,
  expired,
  notYetValid,
  wrongName,
  selfSigned,
  untrustedRoot,
  unknownIssuer,
  incompleteChain,
  brokenChain,
  oldProtocol,
  otherCertificate,
  expiring,
  privateAuthority,
  notVerifiable,
  smallKey,
  keyType,
  unavailable,
  httpNotEnforced,
  httpsDowngrade,
  dnsRecord,
  chainOrder,
  clientCertificate,
  noAnswer,
  redirectsElsewhere,
  noHsts,
];
