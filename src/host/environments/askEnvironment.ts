import { type Environment, ENVIRONMENT_TYPES } from '../../core/environments/environment.ts';
import { environmentsOf, fieldProblem, parseEnvironments } from '../../core/environments/parseEnvironments.ts';
import { BACK, type PickItem, type Prompts, type Step } from '../prompts/prompts.ts';
import { runSteps, type StepAction } from '../prompts/steps.ts';
import type { EnvironmentSetting } from './environmentStore.ts';

type Field = 'name' | 'hosting' | 'address' | 'domains' | 'version' | 'type' | 'lifetime';

const HOSTING_ITEMS: readonly PickItem<string>[] = [
  { label: 'OutSystems cloud', detail: 'Certificates go in through LifeTime or Support', value: 'cloud' },
  { label: 'Self-managed', detail: 'You install certificates on your own servers', value: 'selfManaged' },
];

const TYPE_ITEMS: readonly PickItem<string>[] = [
  ...ENVIRONMENT_TYPES.map((type) => ({ label: type, value: type })),
  { label: 'Something else', value: '' },
];

/**
 * Asks for an environment, one value after another, with Back. What is typed is held against the same rules as the setting.
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
  const answers: Record<Field, string> = {
    name: initial?.name ?? '',
    hosting: initial?.hosting ?? 'cloud',
    address: initial?.address ?? '',
    domains: initial?.domains.join(', ') ?? '',
    version: initial?.version ?? '',
    type: initial?.type ?? '',
    lifetime: initial?.lifetime ?? '',
  };
  const text = (field: Field, prompt: string, placeholder: string): StepAction => {
    const validate = (value: string): string | undefined =>
      field === 'name' && taken.includes(value.trim())
        ? `There is already an environment called “${value.trim()}”.`
        : fieldProblem(field, field === 'domains' ? split(value) : value.trim());
    return keep(field, (step) => prompts.input({ title, prompt, placeholder, value: answers[field], validate, step }));
  };
  const choice = (field: Field, placeholder: string, items: readonly PickItem<string>[]): StepAction =>
    keep(field, (step) =>
      prompts.pick({ title, placeholder, items, step, ...((initial || answers[field]) && { active: answers[field] }) }),
    );
  const keep =
    (field: Field, ask: (step: Step) => Promise<string | typeof BACK>): StepAction =>
    async (step) => {
      const answer = await ask(step);
      if (answer !== BACK) answers[field] = answer;
      return answer;
    };

  await runSteps([
    text('name', 'Name of the environment, as LifeTime shows it', 'Production'),
    choice('hosting', 'Who runs the servers?', HOSTING_ITEMS),
    text('address', 'Address of the environment, without https://', 'acme.outsystemsenterprise.com'),
    text('domains', 'Domains under which people reach it, separated by commas', 'apps.acme.com, www.acme.com'),
    text('version', 'Platform version: four numbers. Leave it empty if you do not know it.', '11.28.1.0'),
    choice('type', 'What is it for?', TYPE_ITEMS),
    text(
      'lifetime',
      'Address of the LifeTime that manages it. May stay empty.',
      'https://acme-lt.outsystemsenterprise.com',
    ),
  ]);

  const raw = { ...answers, domains: split(answers.domains), type: answers.type || undefined };
  const [environment] = environmentsOf(parseEnvironments([raw]));
  if (!environment) throw new TypeError('unchecked answer');
  const { name, hosting, address, domains, version, type, lifetime } = environment;
  return {
    name,
    address,
    domains,
    version: version ?? undefined,
    hosting,
    type: type ?? undefined,
    lifetime: lifetime ?? undefined,
  };
}

function split(list: string): readonly string[] {
  return list.split(/[\s,;]+/).filter(Boolean);
}
