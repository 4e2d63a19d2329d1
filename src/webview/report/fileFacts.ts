import type { EncryptionFacts } from '../../core/pkcs12/contents.ts';
import type { Report, ReportKey } from '../../core/report/report.ts';
import { DETAILS, PASSWORD_ENCODINGS } from '../../shared/sectionStrings.ts';
import { FACT_NAMES } from '../../shared/strings.ts';
import { fileSize, grouped } from '../format/numbers.ts';
import { type Child, h } from '../ui/dom.ts';
import type { Fact } from './factList.ts';

/** How the file is built, in the order in which people ask. */
export function fileFacts({ file, key }: Report): readonly Fact[] {
  const size = file.size < 1000 ? fileSize(file.size) : `${fileSize(file.size)} (${grouped(file.size)} bytes)`;
  const mac =
    file.mac === null ? DETAILS.noMac : `${file.mac.name}, ${DETAILS.iterations(grouped(file.mac.iterations))}`;
  return [
    { name: DETAILS.size, value: size },
    { name: FACT_NAMES.fileSha256, value: file.sha256, copy: 'fileSha256', mono: true },
    { name: DETAILS.producer, value: file.producer ?? DETAILS.unknownProducer },
    { name: DETAILS.privateKey, value: key === null ? DETAILS.none : keyText(key) },
    { name: DETAILS.passwordEncoding, value: PASSWORD_ENCODINGS[file.passwordEncoding] },
    { name: DETAILS.mac, value: mac },
    { name: DETAILS.certificateEncryption, value: encryption(file.certificateEncryption) },
    { name: DETAILS.keyEncryption, value: encryption(file.keyEncryption) },
    { name: DETAILS.order, value: DETAILS.orders[triState(file.chainOrder)] },
    { name: DETAILS.encoding, value: file.ber ? DETAILS.ber : DETAILS.der },
    { name: DETAILS.trailingBytes, value: file.trailingBytes === 0 ? DETAILS.none : grouped(file.trailingBytes) },
  ];
}

function encryption(facts: readonly EncryptionFacts[]): Child {
  if (facts.length === 0) return DETAILS.noEncryption;
  const items = facts.map((fact) => h('li', {}, `${fact.name}, ${DETAILS.iterations(grouped(fact.iterations))}`));
  return h('ul', { role: 'list' }, items);
}

function keyText(key: ReportKey): string {
  const matches = DETAILS.matches[triState(key.matchesLeaf)];
  return [key.algorithm, ...(key.bits === null ? [] : [DETAILS.bits(key.bits)]), matches].join(' · ');
}

function triState(value: boolean | null): 'yes' | 'no' | 'unknown' {
  return value === null ? 'unknown' : value ? 'yes' : 'no';
}
