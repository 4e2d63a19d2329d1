import * as assert from 'node:assert/strict';
import { PfxError } from '../../../../src/core/pkcs12/errors.ts';

/** The PfxError that a promise ends in; fails where it ends in anything else. */
export async function refusal(promise: Promise<unknown>): Promise<PfxError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof PfxError, String(error));
    return error;
  }
  assert.fail('opened');
}
