/** An environment of the command line is called after its domain, or not at all: people know it by no name. */
export function isNamed({ name, domains }: { readonly name: string; readonly domains: readonly string[] }): boolean {
  return name !== '' && !domains.includes(name);
}
