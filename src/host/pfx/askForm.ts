import type { WrittenForm } from '../../worker/writtenForms.ts';
import { Cancelled } from '../cancelled.ts';
import { BACK, type Prompts } from '../prompts/prompts.ts';

/** In which form a PFX is to be written. @throws Cancelled */
export async function askForm(prompts: Prompts, active: WrittenForm): Promise<WrittenForm> {
  const form = await prompts.pick<WrittenForm>({
    title: 'How is the new PFX to be encrypted?',
    placeholder: 'Both are opened by current tools',
    active,
    items: [
      {
        label: 'AES-256 and SHA-256',
        description: 'recommended by current tools',
        detail: 'As OpenSSL 3 and current Windows write it. Windows before Server 2019 can’t read it.',
        value: 'aes256',
      },
      {
        label: 'TripleDES and SHA-1',
        description: 'older Windows',
        detail: 'Weaker, but every Windows reads it. OutSystems asks for it where client certificates are concerned.',
        value: 'tripleDes',
      },
    ],
  });
  if (form === BACK) throw new Cancelled();
  return form;
}
