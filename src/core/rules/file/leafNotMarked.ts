import type { CertificateBag } from '../../pkcs12/contents.ts';
import { bytesEqual } from '../../asn1/values.ts';
import { displayName } from '../../x509/names.ts';
import { defineRule } from '../rule.ts';
import type { Subject } from '../subject.ts';

export const leafNotMarked = defineRule({
  code: 'file.leafNotMarked',
  checks: [],
  severity: 'warning',
  action: 'saveAgain',
  source: 'PKCS #9 (RFC 2985 §5.5.2): localKeyId; Java’s PKCS12 key store and Windows go by it',
  title: () => 'Nothing in the file ties the key to its certificate',
  detail: ({ name }: { name: string }) =>
    `There are several certificates, and no mark (localKeyId) says that the key is that of “${name}”. Java then finds a key without a certificate, and other programs take the first certificate, whichever that is.`,
  mend: () =>
    'Export the file again from the key and the certificates, the site’s own certificate first; every common tool then sets the mark (OpenSSL: -inkey and -in, the others with -certfile).',
  find: (subject) => {
    const { leaf, certificates, keyMatchesLeaf } = subject;
    // a key of another certificate has nothing to be tied to: that is a finding of its own
    const tieless = leaf && certificates.length > 1 && keyMatchesLeaf !== false && !isMarked(subject);
    return tieless ? [{ params: { name: displayName(leaf.subject) }, certificate: leaf }] : [];
  },
});

/** Whether a key's local key id stands at the leaf too, or there is no key that could have one. */
function isMarked({ contents, keys, leaf }: Subject): boolean {
  const isLeaf = ({ der }: CertificateBag): boolean => leaf !== undefined && bytesEqual(der, leaf.der);
  const marks = contents.bags.flatMap((bag) => (bag.kind === 'certificate' && isLeaf(bag) ? [bag.localKeyId] : []));
  return keys.length === 0 || keys.some(({ localKeyId }) => localKeyId !== undefined && marks.includes(localKeyId));
}
