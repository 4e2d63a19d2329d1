import { openssl3Form, type PfxForm, rc2Form, windowsLegacyForm, writePfx } from '../../src/core/pkcs12/writer.ts';
import { type Authority, createAuthority, exportKey } from './authority.ts';
import { authorityLife, currentLeaf, expiredLeaf } from './lifetimes.ts';
import { type SamplePfx, samplePfxFiles } from './samplePfx.ts';
import { ROOT_FILE } from './workspaceFiles.ts';

const FORMS: Readonly<Record<SamplePfx['form'], PfxForm>> = {
  openssl3: openssl3Form,
  windowsLegacy: windowsLegacyForm,
  rc2: rc2Form,
};

/** The sample's certificates, all by one new authority: content by path in the workspace. */
export async function makePfxFiles(now: Date): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const authority = await createAuthority(authorityLife(now));
  const files = new Map<string, string | Uint8Array>([[ROOT_FILE, `${authority.root.toString('pem')}\n`]]);
  const made = samplePfxFiles.map(async (sample) => [sample.file, await makePfx(sample, authority, now)] as const);
  for (const [file, pfx] of await Promise.all(made)) files.set(file, pfx);
  return files;
}

async function makePfx(sample: SamplePfx, authority: Authority, now: Date): Promise<Uint8Array> {
  const request = { names: sample.names, key: sample.key, ...(sample.expired ? expiredLeaf(now) : currentLeaf(now)) };
  const leaf = await authority.issue(request);
  const keys = sample.privateKey === 'foreign' ? (await authority.issue(request)).keys : leaf.keys;
  const above = sample.withoutIntermediates ? [] : [authority.intermediate, authority.root];
  return writePfx(
    {
      ...(sample.privateKey === 'absent' ? {} : { key: { pkcs8: await exportKey(keys) } }),
      certificates: [leaf.certificate, ...above].map((certificate) => ({ der: new Uint8Array(certificate.rawData) })),
    },
    sample.password,
    FORMS[sample.form],
  );
}
