import { PartsError } from '../core/build/partsError.ts';
import { partsProblem } from '../core/build/partsProblem.ts';
import { type PfxPartsRead, readParts } from '../core/build/readParts.ts';
import { completeChain } from '../core/report/completeChain.ts';
import { describeKey, nameOf } from '../core/report/reportCertificates.ts';
import { buildPath } from '../core/x509/buildPath.ts';
import type { BuildRequest, Built, PartsRequest, PartsSeen, Refused } from './messages.ts';
import { anchorsFor } from './trustStores.ts';
import { writeChecked } from './writeChecked.ts';
import { FORMS } from './writtenForms.ts';

/** Whether a PFX can be built from some files: what for, or why not. */
export function checkParts(request: PartsRequest): Promise<PartsSeen | Refused> {
  return withParts(request, ({ leaf, key }) =>
    Promise.resolve({ kind: 'sound', name: nameOf(leaf), key: describeKey(key.algorithm) }),
  );
}

/**
 * Builds a PFX from files: leaf, its chain in order as far as these files and the trusted ones have it, and the key. The private key
 * leaves this thread in the bytes of that file only.
 */
export function buildPfx({ password, form, trust, time, ...parts }: BuildRequest): Promise<Built | Refused> {
  return withParts(parts, async ({ leaf, key, certificates }) => {
    const anchors = anchorsFor(trust);
    const path = buildPath(leaf, { intermediates: certificates, anchors, time, purpose: 'serverAuth' });
    const chain = completeChain({ path, anchors });
    const content = { pkcs8: key.pkcs8, certificates: chain.certificates, friendlyName: nameOf(leaf) };
    const bytes = await writeChecked(content, password, FORMS[form]);
    return { kind: 'built', bytes, complete: chain.complete };
  });
}

async function withParts<T>(
  { files, keyPassword }: PartsRequest,
  use: (parts: PfxPartsRead) => Promise<T>,
): Promise<T | Refused> {
  let parts: PfxPartsRead | undefined;
  try {
    parts = await readParts(files, keyPassword);
    return await use(parts);
  } catch (error) {
    if (!(error instanceof PartsError)) throw error;
    return { kind: 'refused', code: error.code, problem: partsProblem(error.code, error.detail) };
  } finally {
    parts?.key.pkcs8.fill(0);
  }
}
