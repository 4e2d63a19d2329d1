import { normaliseDomain } from '../../x509/domains.ts';
import { mixesScripts } from '../../x509/mixedScripts.ts';
import { defineRule } from '../rule.ts';

export const mixedScripts = defineRule({
  code: 'domain.mixedScripts',
  checks: ['domain'],
  severity: 'warning',
  source: 'UTS #39 §5.2 (highly restrictive); RFC 5891 §4.3',
  title: ({ unicode }: { unicode: string; ascii: string }) => `“${unicode}” mixes letters of several scripts`,
  detail: ({ ascii }) =>
    `Letters of different alphabets can look alike (a Latin and a Cyrillic “a”), so such names are used to deceive; browsers show this one as ${ascii}. It may also be a letter typed with the wrong keyboard.`,
  mend: ({ ascii }) => `Compare it letter by letter with the domain that you own; in the DNS it is ${ascii}.`,
  find: ({ domains, leaf }) => {
    const listed = leaf?.extensions.subjectAltNames?.names.filter(({ kind }) => kind === 'dns') ?? [];
    const names = [...domains.map(({ domain }) => domain), ...listed.map(({ value }) => value)];
    const found = [...new Set(names)].flatMap((name) => normaliseDomain(name, { wildcard: true }) ?? []);
    return found
      .filter(({ unicode }) => mixesScripts(unicode))
      .map(({ ascii, unicode }) => ({ params: { ascii, unicode } }));
  },
});
