// Loaded before each script (`node --require`): says in one line what an older Node would answer with a stack trace.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node 22.18 or newer is needed to build and test this extension, this is ${process.versions.node}` +
      ' (on Linux with glibc, `npm ci` brings its own: use `npm run`, and do not omit optional packages).',
  );
  process.exit(1);
}
