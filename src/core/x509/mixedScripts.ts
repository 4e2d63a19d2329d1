/** Scripts that go into a label together, beside Latin: those in which Japanese, Chinese and Korean are written. @see UTS #39 §5.2 */
const TOGETHER: readonly (readonly string[])[] = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];

const SCRIPTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['', /[\p{sc=Common}\p{sc=Inherited}]/u],
  ['Latin', /\p{sc=Latin}/u],
  ['Cyrillic', /\p{sc=Cyrillic}/u],
  ['Greek', /\p{sc=Greek}/u],
  ['Armenian', /\p{sc=Armenian}/u],
  ['Cherokee', /\p{sc=Cherokee}/u],
  ['Hebrew', /\p{sc=Hebrew}/u],
  ['Arabic', /\p{sc=Arabic}/u],
  ['Devanagari', /\p{sc=Devanagari}/u],
  ['Thai', /\p{sc=Thai}/u],
  ['Georgian', /\p{sc=Georgian}/u],
  ['Han', /\p{sc=Han}/u],
  ['Hiragana', /\p{sc=Hiragana}/u],
  ['Katakana', /\p{sc=Katakana}/u],
  ['Bopomofo', /\p{sc=Bopomofo}/u],
  ['Hangul', /\p{sc=Hangul}/u],
];

/**
 * Does a label of this host name (U-labels) mix scripts in a way in which no language is written? Digits and hyphens belong
 * to every script; labels of one name may differ.
 *
 * @see UTS #39 §5.2, "highly restrictive"
 */
export function mixesScripts(host: string): boolean {
  return host.split('.').some((label) => {
    const scripts = new Set(Array.from(label, scriptOf).filter((script) => script !== ''));
    return scripts.size > 1 && !TOGETHER.some((set) => [...scripts].every((script) => set.includes(script)));
  });
}

function scriptOf(character: string): string {
  return SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0] ?? 'other';
}
