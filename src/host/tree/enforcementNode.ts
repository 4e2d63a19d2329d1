import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { commandId } from '../contributions.ts';
import type { ServedRecord } from '../served/servedRecord.ts';

const PLACE = 'LifeTime → Environments → the environment → More Security Settings';
const WITHOUT_LIFETIME = 'Service Center → Administration → Security';

/**
 * Whether people can come without HTTPS, as far as that shows from outside, and where it is changed.
 * @see OutSystems documentation, "Enforce HTTPS security"
 */
export class EnforcementNode extends vscode.TreeItem {
  readonly environment: Environment;

  constructor(environment: Environment, records: readonly ServedRecord[]) {
    super('HTTPS');
    this.environment = environment;
    const { domains } = environment;
    const open = records.filter(({ redirects }) => redirects === false);
    const known = records.filter(({ redirects }) => redirects !== null);
    const without = records.filter(({ hsts }) => hsts === false);
    const headers = without.length > 0 ? 'without HSTS' : records.some(({ hsts }) => hsts) ? 'with HSTS' : '';
    const place = environment.lifetime === null ? `${PLACE}, or ${WITHOUT_LIFETIME}` : PLACE;
    this.id = `https:${environment.name}`;
    if (open.length > 0) {
      this.description = 'not enforced';
      this.tooltip = `${open.map(({ host }) => `http://${host}`).join(', ')} answers without leading to https://, or is led back from there. Reactive Web and Mobile apps use HTTPS in any case; Traditional Web apps only where it is enforced. Change it in ${place}.`;
      this.iconPath = new vscode.ThemeIcon('unlock', new vscode.ThemeColor('list.warningForeground'));
    } else if (known.length > 0) {
      const done = domains.length > 0 && domains.every((domain) => isDone(records.find(({ host }) => host === domain)));
      this.description = `${done ? 'done: ' : ''}enforced${headers && `, ${headers}`}`;
      this.tooltip = `http:// leads to https://${headers === 'with HSTS' ? ', and browsers are told to remember it (HSTS)' : ''}.${headers === 'without HSTS' ? ` HSTS would tell browsers to remember it: switch it on in ${place}.` : ''}`;
      this.iconPath = done
        ? new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'))
        : new vscode.ThemeIcon('lock');
    } else {
      this.description = 'not known';
      this.tooltip = `Nothing answers http://, or it could not be asked. It is set in ${place}.`;
      this.iconPath = new vscode.ThemeIcon('question');
    }
    this.command = {
      command: commandId('outsystemsSsl.openHttpsGuide'),
      title: 'Guide: Enforce HTTPS…',
      arguments: [this],
    };
    this.tooltip += ' Opens the guide.';
    this.accessibilityInformation = { label: `HTTPS ${this.description}. ${this.tooltip}` };
  }
}

/** Every address leads to HTTPS, and browsers are told to remember it. */
function isDone(record: ServedRecord | undefined): boolean {
  return record?.redirects === true && record.hsts === true;
}
