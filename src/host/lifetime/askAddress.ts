import { plural } from '../../core/report/plural.ts';
import { BACK, type Back, type Prompts, type Step } from '../prompts/prompts.ts';
import { type KnownAddress } from './knownAddresses.ts';
import { lifetimeAddress, lifetimeHost } from './lifetimeAddress.ts';

/** Picks one of the known addresses; undefined stands for another one. @throws Cancelled */
export async function pickAddress(
  prompts: Prompts,
  title: string,
  known: readonly KnownAddress[],
  step?: Step,
): Promise<KnownAddress | undefined | Back> {
  return prompts.pick<KnownAddress | undefined>({
    title,
    placeholder: 'Which LifeTime?',
    items: [
      ...known.map((address) => ({
        label: lifetimeHost(address.origin),
        description: describe(address),
        value: address,
      })),
      { label: '$(add) Another address…', value: undefined },
    ],
    ...(step && { step }),
  });
}

function describe({ environments, hasToken }: KnownAddress): string {
  const named = environments.length === 0 ? [] : [plural(environments.length, 'environment')];
  return [...named, ...(hasToken ? ['token is kept'] : [])].join(' · ');
}

/** Asks for an address, mended where it can be. @param value what stands there at first @throws Cancelled */
export async function askAddress(prompts: Prompts, title: string, value: string, step: Step): Promise<string | Back> {
  const answer = await prompts.input({
    title,
    prompt: 'Address of LifeTime, as in the browser. https:// may be left out.',
    placeholder: 'acme-lt.outsystemsenterprise.com',
    value,
    validate: (text) =>
      lifetimeAddress(text) === undefined
        ? 'Give the address of LifeTime alone, for example acme-lt.outsystemsenterprise.com.'
        : undefined,
    step,
  });
  return answer === BACK ? BACK : (lifetimeAddress(answer) ?? BACK);
}

/** The person says whether an address that an untrusted workspace brought may be asked. @throws Cancelled */
export function confirmUntrusted(prompts: Prompts, origin: string): Promise<void> {
  return prompts.confirm({
    message: `Send your LifeTime token to ${lifetimeHost(origin)}?`,
    detail:
      'This address comes from the settings of this workspace, which you have not trusted. Go on only if it is your LifeTime.',
    action: 'Send Token',
  });
}
