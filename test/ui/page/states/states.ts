import type { ViewState } from '../../../../src/shared/protocol.ts';
import * as broken from './brokenStates.ts';
import * as expiry from './expiryStates.ts';
import * as files from './fileStates.ts';
import { hostile } from './hostileState.ts';
import * as online from './onlineStates.ts';
import * as replaces from './replacesStates.ts';
import { served } from './servedState.ts';
import * as sound from './soundStates.ts';

const { revocationOffer: _, ...onlineStates } = online;

/** Every state that the page can be in, by name. */
export const STATES: Readonly<Record<string, ViewState>> = {
  ...sound,
  ...broken,
  ...expiry,
  ...files,
  ...onlineStates,
  ...replaces,
  served,
  hostile,
};
