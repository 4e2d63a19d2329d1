/** The one thing to say of a host or an environment, the worst first. */
export const SERVED_STATES = [
  'unreachable',
  'expired',
  'notYetValid',
  'wrongName',
  'untrusted',
  'incompleteChain',
  'oldProtocol',
  'expiring',
  'privateAuthority',
  'httpNotEnforced',
  'good',
] as const;

export type ServedState = (typeof SERVED_STATES)[number];

/** The worst of several; `good` where there are none. An environment is in the worst state of its hosts. */
export function worstState(states: Iterable<ServedState>): ServedState {
  const all = new Set(states);
  return SERVED_STATES.find((state) => all.has(state)) ?? 'good';
}
