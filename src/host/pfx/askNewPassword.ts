import { BACK, type Back, type InputPrompt, type Prompts, type Step } from '../prompts/prompts.ts';
import { runSteps } from '../prompts/steps.ts';

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/**
 * A password for a new PFX, asked for twice. No rule for it is documented; one that makes trouble is pointed out and taken all the
 * same.
 * @throws Cancelled
 */
export async function askNewPassword(prompts: Prompts): Promise<string> {
  let password = '';
  const ask = (step: Step, question: Pick<InputPrompt, 'title' | 'prompt' | 'validate'>): Promise<string | Back> =>
    prompts.input({ ...question, secret: true, keepSpaces: true, step });
  await runSteps([
    async (step) => {
      const answer = await ask(step, {
        title: 'Password for the new PFX',
        prompt: 'Choose one. You give it to OutSystems together with the file.',
        validate: () => undefined,
      });
      if (answer !== BACK) password = answer;
      return answer;
    },
    (step) =>
      ask(step, {
        title: 'The same password once more',
        prompt: 'So that a slip of the finger does not lock you out.',
        validate: (given) => (given === password ? undefined : 'That is another password than the first one.'),
      }),
    {
      needed: () => warningOf(password) !== undefined,
      ask: () => confirmOrBack(prompts, warningOf(password) ?? ''),
    },
  ]);
  return password;
}

function warningOf(password: string): string | undefined {
  if (password === '') return 'Whoever gets hold of the file then has the private key too.';
  if (PRINTABLE_ASCII.test(password)) return undefined;
  return 'It has accented letters or other special characters. Some tools then take it for a wrong password.';
}

/** To turn away is to choose another one. */
async function confirmOrBack(prompts: Prompts, warning: string): Promise<unknown> {
  const answer = await prompts.pick({
    title: 'Use this password?',
    placeholder: warning,
    items: [
      { label: 'Choose another password', detail: warning, value: false },
      { label: 'Use it all the same', value: true },
    ],
  });
  return answer === true ? undefined : BACK;
}
