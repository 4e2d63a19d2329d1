// VS Code's start reads dist/extension.js and nothing else: each further file would cost it about a millisecond.
const esbuild = require('esbuild');
const path = require('node:path');

/**
 * Puts an entry point of a split build and all parts that it requires at once into one file. It exports each part under a name,
 * so that what is loaded later finds there what it shares with the start.
 *
 * @param folder that the paths in `texts` and `metafile` are relative to
 * @param texts ES modules by their path; changed in place, as is `metafile`
 * @returns those names, by the parts' paths
 */
async function joinStart({ entry, folder, texts, metafile }) {
  const { outputs } = metafile;
  const start = new Set([entry]);
  for (const file of start)
    for (const { path: imported, kind } of outputs[file].imports)
      if (kind === 'import-statement' && imported in outputs) start.add(imported);
  const parts = new Map([...start].filter((file) => file !== entry).map((file, index) => [file, `part${index}`]));

  const { dir } = path.posix.parse(entry);
  const within = (file) => `./${path.posix.relative(dir, file)}`;
  const inMemory = {
    name: 'in memory',
    setup(build) {
      build.onResolve({ filter: /^\.{1,2}\// }, ({ path: name, resolveDir }) => {
        const file = path.relative(folder, path.resolve(resolveDir, name)).replaceAll(path.sep, '/');
        return start.has(file) ? { path: path.resolve(folder, file) } : { path: within(file), external: true };
      });
      build.onLoad({ filter: /\.js$/ }, ({ path: file }) => ({
        contents: texts.get(path.relative(folder, file).replaceAll(path.sep, '/')),
        resolveDir: path.dirname(file),
      }));
    },
  };
  const joined = await esbuild.build({
    stdin: {
      contents: [
        `export * from '${within(entry)}';`,
        ...[...parts].map(([file, name]) => `export * as ${name} from '${within(file)}';`),
      ].join('\n'),
      resolveDir: path.resolve(folder, dir),
    },
    outfile: path.resolve(folder, entry),
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    charset: 'utf8',
    external: ['vscode'],
    sourcemap: texts.get(entry).includes('\n//# sourceMappingURL=') ? 'inline' : false,
    sourcesContent: false,
    plugins: [inMemory],
  });
  texts.set(entry, joined.outputFiles[0].text);

  const joinedOutputs = [...start].map((file) => outputs[file]);
  outputs[entry].inputs = Object.assign({}, ...joinedOutputs.map(({ inputs }) => inputs));
  outputs[entry].imports = joinedOutputs.flatMap(({ imports }) => imports.filter((one) => !start.has(one.path)));
  for (const file of parts.keys()) {
    texts.delete(file);
    delete outputs[file];
  }
  for (const { imports } of Object.values(outputs))
    for (const one of imports) if (parts.has(one.path)) one.path = entry;
  return parts;
}

module.exports = { joinStart };
