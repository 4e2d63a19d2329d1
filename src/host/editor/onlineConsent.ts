import type { OnlineOffer } from '../../core/report/onlineOffer.ts';
import type { OnlineKind } from '../../shared/protocol.ts';
import type { Prompts } from '../prompts/prompts.ts';

const MESSAGES: Readonly<Record<OnlineKind, string>> = {
  issuers: 'Fetch the missing certificates from the Internet?',
  revocation: 'Ask the CAs on the Internet whether these certificates are revoked?',
};

const ACTIONS: Readonly<Record<OnlineKind, string>> = { issuers: 'Fetch', revocation: 'Check' };

/** To which servers the person has agreed since VS Code started, for each kind of question. */
export class OnlineConsent {
  readonly #agreed = new Set<string>();

  /** Says what is sent to whom before it is sent for the first time. @throws Cancelled */
  async ask(kind: OnlineKind, { explanation, requests }: OnlineOffer, prompts: Prompts): Promise<void> {
    const hosts = [...new Set(requests.map(({ host }) => host))];
    if (hosts.every((host) => this.#agreed.has(`${kind} ${host}`))) return;
    const lines = hosts.map((host) => {
      const sent = new Set(requests.filter((request) => request.host === host).map(({ sends }) => sends));
      return `• ${host}: ${[...sent].join('; ')}`;
    });
    await prompts.confirm({
      message: MESSAGES[kind],
      detail: `${explanation}\n\nWhat is sent to whom:\n${lines.join('\n')}`,
      action: ACTIONS[kind],
    });
    for (const host of hosts) this.#agreed.add(`${kind} ${host}`);
  }
}
