import type { Language } from '../../language.ts';
import { bullets, codeSpan, escapeMarkdown, singleLine } from '../../markdown.ts';
import type { Draft } from '../draft.ts';
import { textBox } from '../routes/pieces.ts';
import { KIND_TEXTS } from '../texts/kindTexts.ts';
import { type DraftEnvironment, supportDraft } from './supportDraft.ts';

/**
 * The host names that secure endpoints (host-header protection) must list: the environments' own and those of the
 * certificate. A wildcard can't stand in that list; those of the certificate are named apart.
 * @see OutSystems documentation, "Host header protection"
 */
export function secureEndpointsDraft(request: {
  readonly environments: readonly DraftEnvironment[];
  /** subject alternative names of the certificate */
  readonly names: readonly string[];
  readonly language: Language;
}): Draft {
  const { environments, names, language } = request;
  const { endpoints } = KIND_TEXTS[language];
  const wildcards = [...new Set(names.filter((name) => name.includes('*')))];
  return supportDraft({
    kind: 'secureEndpoints',
    language,
    environments,
    subject: endpoints.subject,
    heading: endpoints.heading,
    before: [
      endpoints.what,
      `${endpoints.answer} ${codeSpan('503 - Host header does not match')}.`,
      // each environment has a list of its own
      ...environments.flatMap((environment) => {
        const hosts = secureEndpointHosts([environment], names);
        const list = hosts.length > 0 ? textBox(endpoints.label, hosts.join('\n')) : endpoints.none;
        return environments.length > 1 ? [`### ${escapeMarkdown(environment.name)}`, list] : [list];
      }),
      ...(wildcards.length > 0 ? [endpoints.wildcards, bullets(wildcards.map(codeSpan))] : []),
    ],
    hints: [],
    text: null,
  });
}

/** Each host name once, without wildcards: addresses and domains of the environments, then the certificate's names. */
function secureEndpointHosts(environments: readonly DraftEnvironment[], names: readonly string[]): readonly string[] {
  const all = [...environments.flatMap(({ address, domains }) => [address, ...domains]), ...names];
  return [...new Set(all.map(singleLine).filter((name) => name !== '' && !name.includes('*')))];
}
