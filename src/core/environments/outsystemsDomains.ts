const SUFFIXES = ['outsystemsenterprise.com', 'outsystemscloud.com', 'outsystems.app', 'outsystems.dev'] as const;

/** Host names that OutSystems gives and serves with a certificate of its own: no customer's certificate can cover them. */
export function belongsToOutSystems(host: string): boolean {
  return SUFFIXES.some((suffix) => isUnder(host, suffix));
}

/** Case and a trailing dot do not count. @param suffix lower case */
export function isUnder(host: string, suffix: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return name === suffix || name.endsWith(`.${suffix}`);
}
