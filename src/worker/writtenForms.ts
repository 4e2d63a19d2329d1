import { openssl3Form, type PfxForm, windowsLegacyForm } from '../core/pkcs12/writer.ts';

/** The forms that a PFX is written in. */
export type WrittenForm = 'aes256' | 'tripleDes';

export const FORMS: Readonly<Record<WrittenForm, PfxForm>> = { aes256: openssl3Form, tripleDes: windowsLegacyForm };
