import {
  type Environment,
  ENVIRONMENT_TYPES,
  type EnvironmentType,
  type Hosting,
} from '../../core/environments/environment.ts';
import { lifetimeOrigin } from '../../core/environments/lifetimeOrigin.ts';
import { parseVersion } from '../../core/environments/version.ts';
import { normaliseDomain } from '../../core/x509/domains.ts';
import { BACK, type Prompts, type Step } from '../prompts/prompts.ts';
import { runSteps } from '../prompts/steps.ts';
import type { EnvironmentSetting } from './environmentStore.ts';

interface Answers {
  name: string;
  address: string;
  domains: string;
  version: string;
  hosting: Hosting;
  type: EnvironmentType | null;
  lifetime: string;
}

/**
 * Asks for an environment, one value after another, with Back.
 * @param taken names of the other environments
 * @param initial the environment to be edited
 * @throws Cancelled
 */
export async function askEnvironment(
  prompts: Prompts,
  taken: readonly string[],
  initial?: Environment,
): Promise<EnvironmentSetting> {
  const title = initial ? `Edit ${initial.name}` : 'Add an Environment';
  const answers: Answers = {
    name: initial?.name ?? '',
    address: initial?.address ?? '',
    domains: initial?.domains.join(', ') ?? '',
    version: initial?.version ?? '',
    hosting: initial?.hosting ?? 'cloud',
    type: initial?.type ?? null,
    lifetime: initial?.lifetime ?? '',
  };

  const text =
    (
      key: 'name' | 'address' | 'domains' | 'version' | 'lifetime',
      prompt: string,
      placeholder: string,
      validate: (value: string) => string | undefined,
    ) =>
    async (step: Step) => {
      const answer = await prompts.input({ title, prompt, placeholder, value: answers[key], validate, step });
      if (answer !== BACK) answers[key] = answer;
      return answer;
    };

  await runSteps([
    text('name', 'Name of the environment, as LifeTime shows it', 'Production', (value) => {
      if (!value.trim()) return 'Give the environment a name.';
      return taken.includes(value.trim()) ? `There is already an environment called “${value.trim()}”.` : undefined;
    }),
    async (step) => {
      const answer = await prompts.pick<Hosting>({
        title,
        placeholder: 'Who runs the servers?',
        active: answers.hosting,
        items: [
          { label: 'OutSystems cloud', detail: 'Certificates go in through LifeTime or Support', value: 'cloud' },
          { label: 'Self-managed', detail: 'You install certificates on your own servers', value: 'selfManaged' },
        ],
        step,
      });
      if (answer !== BACK) answers.hosting = answer;
      return answer;
    },
    text('address', 'Address of the environment, without https://', 'acme.outsystemsenterprise.com', (value) =>
      hostProblem(value, true),
    ),
    text(
      'domains',
      'Domains under which people reach it, separated by commas',
      'apps.acme.com, www.acme.com',
      (value) =>
        split(value)
          .map((domain) => hostProblem(domain, false))
          .find((problem) => problem !== undefined),
    ),
    text('version', 'Platform version: four numbers. Leave it empty if you do not know it.', '11.28.1.0', (value) =>
      value.trim() && !parseVersion(value)
        ? 'A version has four numbers separated by dots, for example 11.28.1.0.'
        : undefined,
    ),
    async (step) => {
      const answer = await prompts.pick<EnvironmentType | null>({
        title,
        placeholder: 'What is it for?',
        active: answers.type,
        items: [
          ...ENVIRONMENT_TYPES.map((type) => ({ label: type, value: type })),
          { label: 'Something else', value: null },
        ],
        step,
      });
      if (answer !== BACK) answers.type = answer;
      return answer;
    },
    text(
      'lifetime',
      'Address of the LifeTime that manages it. May stay empty.',
      'https://acme-lt.outsystemsenterprise.com',
      (value) =>
        value.trim() && !lifetimeOrigin(value) ? 'Write it like https://acme-lt.outsystemsenterprise.com.' : undefined,
    ),
  ]);

  return {
    name: answers.name,
    address: asciiOf(answers.address),
    domains: [...new Set(split(answers.domains).map(asciiOf))],
    version: answers.version || undefined,
    hosting: answers.hosting,
    type: answers.type ?? undefined,
    lifetime: lifetimeOrigin(answers.lifetime),
  };
}

function split(list: string): readonly string[] {
  return list.split(/[\s,;]+/).filter(Boolean);
}

function hostProblem(value: string, required: boolean): string | undefined {
  const text = value.trim();
  if (!text) return required ? 'Give its host name, for example acme.outsystemsenterprise.com.' : undefined;
  if (/^[a-z]+:\/\//i.test(text) || text.includes('/'))
    return `Only the host name, without https:// and without a path: “${text}”.`;
  if (text.startsWith('*.'))
    return `Name each host by itself: “${text}” is a wildcard, which only a certificate can have.`;
  return normaliseDomain(text) ? undefined : `“${text}” is not a host name.`;
}

function asciiOf(host: string): string {
  return normaliseDomain(host)?.ascii ?? host;
}
