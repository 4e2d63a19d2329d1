/** `parseArgs` of Node 18.3 and later, which the command line needs; the extension's own code is typed for Node 16. */
declare module 'node:util' {
  export interface OptionConfig {
    readonly type: 'string' | 'boolean';
    readonly multiple?: boolean;
    readonly short?: string;
  }

  type OptionValue<O extends OptionConfig> = O['type'] extends 'boolean'
    ? boolean
    : O['multiple'] extends true
      ? string[]
      : string;

  function parseArgs<const O extends Readonly<Record<string, OptionConfig>>>(config: {
    readonly args: readonly string[];
    readonly allowPositionals: boolean;
    readonly options: O;
  }): { readonly values: { readonly [K in keyof O]?: OptionValue<O[K]> }; readonly positionals: readonly string[] };
}
