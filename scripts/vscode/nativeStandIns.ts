/**
 * Two of VS Code's native modules come without a binary, and building them needs a compiler. VS Code runs without
 * them but prints a stack trace for each logger, so these JavaScript modules take their place, by path in its folder.
 */
export const nativeStandIns: Readonly<Record<string, string>> = {
  'node_modules/@vscode/native-watchdog/index.js': `
exports.start = () => {};
exports.exit = (code) => process.exit(code);
`,
  'node_modules/@vscode/spdlog/index.js': `
const fs = require('fs');
const path = require('path');
const names = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const methods = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(type, name, file) {
    this.file = file;
    this.level = 2;
    this.raw = false;
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.raw = true; }
  flush() {}
  drop() {}
  write(level, text) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, 23);
    try { fs.appendFileSync(this.file, this.raw ? text : time + ' [' + names[level] + '] ' + text + '\\n'); } catch {}
  }
}
methods.forEach((method, level) => { Logger.prototype[method] = function (text) { this.write(level, text); }; });
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = exports.setFlushOn = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger =
  async (name, file) => new Logger('rotating', name, file);
`,
};
