import type { FileKind } from '../pkcs12/errors.ts';
import type { Problem } from './openProblem.ts';

const BUILD = 'OutSystems takes one PFX with the certificate, its private key and the certificates of the CA.';
const COMBINE = `Build a PFX from it, for example: openssl pkcs12 -export -inkey KEY -in CERTIFICATE -certfile CHAIN -out NEW.pfx`;

/** What is said of a file that is no PFX. */
export const FILE_KINDS: Readonly<Record<FileKind, Problem>> = {
  empty: { title: 'The file is empty', detail: 'It has no bytes at all.', mend: 'Export or download it again.' },
  pemCertificate: {
    title: 'This is a certificate in PEM form, not a PFX',
    detail: `It holds the certificate as text (“BEGIN CERTIFICATE”), without its private key. ${BUILD}`,
    mend: COMBINE,
  },
  pemPrivateKey: {
    title: 'This is a private key in PEM form, not a PFX',
    detail: `It holds the key as text, without the certificate. ${BUILD}`,
    mend: COMBINE,
  },
  pemBundle: {
    title: 'These are certificate and key in PEM form, not a PFX',
    detail: `Everything may be here, but as text. ${BUILD}`,
    mend: COMBINE,
  },
  pemOther: {
    title: 'This is a PEM text file, not a PFX',
    detail: `It holds neither a certificate nor a private key in the usual form. ${BUILD}`,
    mend: 'Look for the file that your CA or your colleague calls PFX or P12.',
  },
  derCertificate: {
    title: 'This is a single certificate, not a PFX',
    detail: `It is a .cer or .crt file under another name, without its private key. ${BUILD}`,
    mend: COMBINE,
  },
  p7b: {
    title: 'This is a P7B (certificates without a key), not a PFX',
    detail: `CAs send the chain in this form; the private key is never in it. ${BUILD}`,
    mend: 'Build a PFX from it together with the private key that was made with the request.',
  },
  pkcs8: {
    title: 'This is a private key, not a PFX',
    detail: `It holds the key alone (PKCS#8), without the certificate. ${BUILD}`,
    mend: COMBINE,
  },
  encryptedPkcs8: {
    title: 'This is an encrypted private key, not a PFX',
    detail: `It holds the key alone (PKCS#8), without the certificate. ${BUILD}`,
    mend: COMBINE,
  },
  rsaKey: {
    title: 'This is an RSA private key, not a PFX',
    detail: `It holds the key alone (PKCS#1), without the certificate. ${BUILD}`,
    mend: COMBINE,
  },
  ecKey: {
    title: 'This is an EC private key, not a PFX',
    detail: `It holds the key alone (SEC 1), without the certificate. ${BUILD}`,
    mend: COMBINE,
  },
  publicKey: {
    title: 'This is a public key, not a PFX',
    detail: `It holds neither the certificate nor the private key. ${BUILD}`,
    mend: 'Look for the certificate and the private key that belong to it, and build a PFX from them.',
  },
  openSshKey: {
    title: 'This is an SSH key, not a PFX',
    detail: `It is in OpenSSH’s own form, which web servers do not use, and there is no certificate in it. ${BUILD}`,
    mend: 'Look for the private key that was made with the certificate request. If it is really this one, convert it first: ssh-keygen -p -m PEM -f COPY_OF_FILE',
  },
  puttyKey: {
    title: 'This is a PuTTY key, not a PFX',
    detail: `It is a key for SSH in PuTTY’s own form, and there is no certificate in it. ${BUILD}`,
    mend: 'Look for the private key that was made with the certificate request.',
  },
  pgp: {
    title: 'This is a PGP file, not a PFX',
    detail: `PGP keys and messages are for mail and software, not for web servers. ${BUILD}`,
    mend: 'If the PFX was sent to you encrypted with PGP, decrypt it first. Else look for the file that your CA or your colleague calls PFX or P12.',
  },
  crl: {
    title: 'This is a revocation list (CRL), not a PFX',
    detail: `It names certificates that a CA has revoked; there is no certificate in it. ${BUILD}`,
    mend: 'Look for the file that your CA or your colleague calls PFX or P12.',
  },
  csr: {
    title: 'This is a certificate request (CSR), not a PFX',
    detail: `It is what one sends to a CA; the CA’s answer is the certificate. ${BUILD}`,
    mend: 'Send it to your CA, then build a PFX from the answer and the private key that was made with the request.',
  },
  jks: {
    title: 'This is a Java keystore (JKS), not a PFX',
    detail: `Java programs keep keys in this form. ${BUILD}`,
    mend: 'Convert it: keytool -importkeystore -srckeystore FILE -destkeystore NEW.pfx -deststoretype PKCS12',
  },
  jceks: {
    title: 'This is a Java keystore (JCEKS), not a PFX',
    detail: `Java programs keep keys in this form. ${BUILD}`,
    mend: 'Convert it: keytool -importkeystore -srckeystore FILE -srcstoretype JCEKS -destkeystore NEW.pfx -deststoretype PKCS12',
  },
  bks: {
    title: 'This is a Java keystore (BKS or BCFKS), not a PFX',
    detail: `Android and Bouncy Castle keep keys in this form. ${BUILD}`,
    mend: 'Convert it with a tool that reads them (KeyStore Explorer, or keytool with Bouncy Castle’s provider) to PKCS12.',
  },
  zip: {
    title: 'This is a ZIP archive, not a PFX',
    detail: 'CAs often send the certificate files packed together.',
    mend: 'Unpack it and open the .pfx or .p12 file inside. If there is none, build a PFX from the certificate files and your private key.',
  },
  archive: {
    title: 'This is a packed archive, not a PFX',
    detail: 'CAs and colleagues often send the certificate files packed together.',
    mend: 'Unpack it and open the .pfx or .p12 file inside. If there is none, build a PFX from the certificate files and your private key.',
  },
  textPfx: {
    title: 'This is a PFX written as text (Base64)',
    detail: 'What is inside may be all right, but no program takes it in this form: a PFX is a binary file.',
    mend: 'Delete the lines with BEGIN and END, if there are any, then decode it: certutil -decode FILE NEW.pfx on Windows, base64 -d FILE > NEW.pfx on Linux, base64 -D -i FILE -o NEW.pfx on a Mac.',
  },
  garbledPfx: {
    title: 'This PFX was damaged on its way',
    detail:
      'Some program took it for text and wrote it anew, character by character. What was lost by that can’t be brought back.',
    mend: 'Take it from its origin again, packed in a ZIP file if it comes by e-mail. In a script, read and write it as bytes, never as text.',
  },
  prefixedPfx: {
    title: 'Something stands in front of this PFX',
    detail:
      'There is a PFX in this file, but not at its beginning, as where the headers of a download or an e-mail were saved with it. No program takes it in this form.',
    mend: 'Download it again, or save the attachment by itself (curl: without -i).',
  },
  document: {
    title: 'This is a document or an e-mail, not a PFX',
    detail: `It is a PDF, an Outlook message or an Office file under another name. ${BUILD}`,
    mend: 'If the PFX came with it, open it in its own program and save the attachment. Else look for the file that your CA or your colleague calls PFX or P12.',
  },
  message: {
    title: 'This is an encrypted message (CMS), not a PFX',
    detail: `It is in the form of encrypted e-mail (.p7m, S/MIME). ${BUILD}`,
    mend: 'If the PFX was sent to you in it, open it in the mail program and save the attachment.',
  },
  html: {
    title: 'This is a web page, not a PFX',
    detail: 'A download that needs a login, or failed, often leaves a web page under the name of the file.',
    mend: 'Open it in a browser to see what it says, then download the PFX again.',
  },
  json: {
    title: 'This is a JSON text file, not a PFX',
    detail: `It may be a key in JSON form (JWK), or an answer of a web service that holds the PFX as text. ${BUILD}`,
    mend: 'Look for the PFX that it came with, or export it again as PFX or P12.',
  },
  text: {
    title: 'This is a text file, not a PFX',
    detail: `A PFX is a binary file. ${BUILD}`,
    mend: 'Look for the file that your CA or your colleague calls PFX or P12.',
  },
  unknown: {
    title: 'This is not a PFX',
    detail: `It does not begin as a PFX does, and it is nothing else that is known here. ${BUILD}`,
    mend: 'Check that it is the right file and that it was copied as a binary file.',
  },
};
