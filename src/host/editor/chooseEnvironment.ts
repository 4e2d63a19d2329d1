import type { Environment } from '../../core/environments/environment.ts';
import type { Report } from '../../core/report/report.ts';
import { plural } from '../../core/report/plural.ts';
import { BACK, type Prompts } from '../prompts/prompts.ts';
import { Cancelled } from '../cancelled.ts';

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
    items: rated.map(({ environment, covered }) => ({
      label: environment.name,
      description: environment.domains.join(', ') || environment.address,
      detail:
        environment.domains.length === 0
          ? 'No domain known yet'
          : `Covers ${covered} of ${plural(environment.domains.length, 'domain')}`,
      value: environment.name,
    })),
  });
  if (answer === BACK) throw new Cancelled();
  return answer;
}

function share({ environment, covered }: Rated): number {
  return environment.domains.length === 0 ? 0 : covered / environment.domains.length;
}
