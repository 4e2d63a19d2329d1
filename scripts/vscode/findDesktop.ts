import { which } from '../lib/which.ts';

/** A desktop VS Code's command: VSCODE_EXECUTABLE, or `code` or a relative of it on PATH. */
export function findDesktop(): string | undefined {
  const named = process.env['VSCODE_EXECUTABLE'];
  if (named !== undefined && named !== '') return which(named);
  return which('code', 'code-insiders', 'codium');
}
