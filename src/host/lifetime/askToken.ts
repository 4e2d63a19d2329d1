import type { Back, Prompts, Step } from '../prompts/prompts.ts';
import { lifetimeHost } from './lifetimeAddress.ts';

const WHERE =
  'Token of a service account of LifeTime. LifeTime shows it once, when it is created. Kept in VS Code’s secret storage only.';

/**
 * Asks for a service account token, masked.
 *
 * @param reason why it is asked again, as a sentence
 * @throws Cancelled
 * @see OutSystems documentation, "REST API Authentication": creating a service account
 */
export async function askToken(
  prompts: Prompts,
  { title, origin, reason, step }: { title: string; origin: string; reason?: string | undefined; step?: Step },
): Promise<string | Back> {
  const answer = await prompts.input({
    title,
    prompt: WHERE,
    placeholder: `Token for ${lifetimeHost(origin)}`,
    secret: true,
    validate: tokenProblem,
    ...(reason !== undefined && { reason }),
    ...(step && { step }),
  });
  return typeof answer === 'string' ? bare(answer) : answer;
}

/** Without the word before it that a header has: people copy that as well. */
function bare(text: string): string {
  return text.trim().replace(/^Bearer\s+/i, '');
}

function tokenProblem(text: string): string | undefined {
  const token = bare(text);
  if (token === '') return 'Paste the token of the service account.';
  // RFC 6750 §2.1 allows fewer characters; LifeTime says what it takes, and a header holds no others than these
  return /^[\x21-\x7e]+$/.test(token) ? undefined : 'A token has no spaces and no special letters. Copy it once more.';
}
