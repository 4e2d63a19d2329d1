/** `250,000` */
export function grouped(value: number): string {
  return value.toLocaleString('en');
}

/** `4.2 kB`, as file managers write it; below 1000 in bytes. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
