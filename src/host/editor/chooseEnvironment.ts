import type { Environment } from '../../core/environments/environment.ts';
import type { Report } from '../../core/report/report.ts';
import { plural } from '../../core/report/plural.ts';
import { BACK, type PickManyItem, type Prompts } from '../prompts/prompts.ts';
import { Cancelled } from '../cancelled.ts';
import { UserError } from '../userError.ts';

interface Rated {
  readonly environment: Environment;
  readonly covered: number;
}

/** Environments with how many of their domains the certificate covers, the best match first. */
export function rateEnvironments(report: Report, environments: readonly Environment[]): readonly Rated[] {
  const rated = environments.map((environment) => ({
    environment,
    covered: report.domains.filter((row) => row.environment === environment.name && row.coveredBy !== null).length,
  }));
  return rated.sort((a, b) => share(b) - share(a) || b.covered - a.covered);
}

/** The one environment for which the certificate can be meant, where there is no doubt. */
export function onlyMatch(rated: readonly Rated[]): Environment | undefined {
  if (rated.length === 1) return rated[0]?.environment;
  const full = rated.filter((candidate) => share(candidate) === 1);
  return full.length === 1 ? full[0]?.environment : undefined;
}

/** @throws Cancelled */
export async function askForEnvironment(
  prompts: Prompts,
  rated: readonly Rated[],
  fileName: string,
  current: string | null,
): Promise<string> {
  const answer = await prompts.pick({
    title: `Which environment is ${fileName} for?`,
    placeholder: 'The best match for the certificate’s names stands first',
    ...(current !== null && { active: current }),
    items: itemsOf(rated, () => true),
  });
  if (answer === BACK) throw new Cancelled();
  return answer;
}

/**
 * Those that a draft is to be for; the ones whose domains the certificate covers all are picked from the start.
 * @throws Cancelled, UserError
 */
export async function askForSeveral(
  prompts: Prompts,
  rated: readonly Rated[],
  fileName: string,
): Promise<readonly string[]> {
  if (rated.length === 0) throw new UserError('There is no environment yet. Add one first.');
  const answer = await prompts.pickMany({
    title: `Which environments is ${fileName} for?`,
    placeholder: 'One draft for all that are picked',
    groups: [
      { heading: 'The certificate covers all their domains', items: itemsOf(rated, (rate) => rate === 1) },
      { heading: 'Others', items: itemsOf(rated, (rate) => rate < 1) },
    ],
  });
  if (answer === BACK) throw new Cancelled();
  if (answer.length === 0) throw new UserError('Pick at least one environment.');
  return answer;
}

function itemsOf(rated: readonly Rated[], fits: (share: number) => boolean): readonly PickManyItem<string>[] {
  return rated
    .filter((one) => fits(share(one)))
    .map((one) => ({
      label: one.environment.name,
      description: one.environment.domains.join(', ') || one.environment.address,
      detail: coverageOf(one),
      picked: share(one) === 1,
      value: one.environment.name,
    }));
}

function coverageOf({ environment: { domains }, covered }: Rated): string {
  return domains.length === 0 ? 'No domain known yet' : `Covers ${covered} of ${plural(domains.length, 'domain')}`;
}

function share({ environment, covered }: Rated): number {
  return environment.domains.length === 0 ? 0 : covered / environment.domains.length;
}
