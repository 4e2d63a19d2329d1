/** Four dot-separated numbers, as OutSystems writes platform versions (`9.1.301.0`). */
export type Version = readonly [number, number, number, number];

/** Undefined for anything but four numbers of at most six digits each. */
export function parseVersion(text: string): Version | undefined {
  const match = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/.exec(text.trim());
  return match ? [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4])] : undefined;
}

/** Negative, zero or positive, as `a` is below, at or above `b`; numbers count, not digits: 9.1.301.0 is above 9.1.99.0. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}
