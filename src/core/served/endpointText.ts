/** A host with its port, as one writes it in an address; HTTPS' own port is left out. IPv6 addresses stand in brackets then. */
export function endpointText(host: string, port: number): string {
  return port === 443 ? host : `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
