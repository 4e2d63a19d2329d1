/** `1 day`, `2 days`, `1,200 days`. @param nouns @default the noun with an s */
export function plural(count: number, noun: string, nouns: string = `${noun}s`): string {
  return `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} ${count === 1 ? noun : nouns}`;
}
