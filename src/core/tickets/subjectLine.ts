import { isNamed } from '../environments/isNamed.ts';
import type { Language } from '../language.ts';
import { singleLine } from '../markdown.ts';
import type { Report } from '../report/report.ts';
import { certificateNameOf } from './certificateName.ts';
import { FRAME_TEXTS } from './texts/frameTexts.ts';

/** What it is about, in one line of plain text. */
export function subjectLine(reports: readonly Report[], language: Language): string {
  const names = reports.flatMap(({ environment }) => (environment && isNamed(environment) ? [environment.name] : []));
  return FRAME_TEXTS[language].subject(singleLine(certificateNameOf(reports)), singleLine(placesOf(names, language)));
}

/** `Production`, `Production and Quality`, `Production and 2 more` */
export function placesOf(names: readonly string[], language: Language): string {
  const texts = FRAME_TEXTS[language];
  const [first = '', second = ''] = names;
  if (names.length < 2) return first;
  return names.length === 2 ? texts.andOther(first, second) : texts.andMore(first, names.length - 1);
}
