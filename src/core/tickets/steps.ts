import { isNamed } from '../environments/isNamed.ts';
import { codeSpan, escapeMarkdown } from '../markdown.ts';
import type { Report, ReportEnvironment } from '../report/report.ts';
import type { RouteId } from '../environments/route.ts';

/** What is given away when the domains and certificate of an environment change. */
export const SIDE_EFFECTS: readonly string[] = [
  'Exposed web services change their address: tell those who call them.',
  'Mobile apps must be generated and distributed again; where SSL pinning is used, the new hash goes in before the change.',
  'Where secure endpoints (host-header protection) are on, list every host name there; wildcards are not allowed.',
];

/** The steps that the person takes, by route, as Markdown. They are no part of what is sent. */
export function stepsOf(report: Report): readonly string[] {
  const { environment, file } = report;
  if (!environment)
    return [
      'What to do depends on the environment: choose it in the report (on the command line: --host and --version) and make this draft again.',
    ];
  return STEPS[environment.route](environment, `the file ${codeSpan(file.name)}`, wizardDomain(report));
}

type Steps = (environment: ReportEnvironment, file: string, domain: string) => readonly string[];

const STEPS: Readonly<Record<RouteId, Steps>> = {
  lifetimeTicket: (environment, file) => [
    `Open LifeTime, then **Environments** → ${nameOf(environment)} → **Activate SSL/TLS**.`,
    `Upload ${file}, which includes the private key. LifeTime creates a support ticket in the Support Portal.`,
    'Open that ticket and send the text below as a reply.',
    'Give the PFX password in a reply to that ticket when Support asks for it. It is not in this draft.',
  ],
  lifetimeWizard: (environment, file, domain) => [
    `Open LifeTime, then **Environments** → ${nameOf(environment)} → SECURE ENDPOINT **Change** → **Add a new Domain Certificate**.`,
    `Fill in **Domain** with ${domain}, **Certificate Name** with a name of letters and digits that is not in use yet, **Certificate (.pfx)** with ${file} and **PFX Password** with its password. Validate and submit; it takes about 5 minutes.`,
    `Choose **Change** again, take the new certificate, enter the host name, tick the CNAME box and press **Update Secure Endpoint**; it takes about 5 minutes.`,
    ...cnames(environment),
    'If the wizard refuses the file and you want it installed all the same, open a support case with the text below.',
  ],
  lifetimeUnknown: (environment, file, domain) => [
    'Look up the platform version of the environment: below 9.1.301.0 the first way applies, from there on the second.',
    `Below 9.1.301.0: LifeTime → **Environments** → ${nameOf(environment)} → **Activate SSL/TLS** → upload ${file}. LifeTime creates a support ticket; send the text below as a reply to it, and give the password there when Support asks.`,
    `From 9.1.301.0 on: LifeTime → **Environments** → ${nameOf(environment)} → SECURE ENDPOINT **Change** → **Add a new Domain Certificate**, with the domain ${domain}, ${file} and its password.`,
    ...cnames(environment),
  ],
  supportCase: () => [
    'The certificate must already be installed on another environment. LifeTime’s own domain is changed by Support; it takes several days and ends the sessions of those who are logged in.',
    'Open a support case, choose the infrastructure and **Configure the platform**, and send the text below.',
    'Name the certificate as it is called in LifeTime, and the host name that LifeTime gets.',
  ],
  selfManaged: (_, file) => [
    `Nothing is sent to OutSystems: install ${file} yourself, in IIS or on the load balancer.`,
    'Install the intermediates and the root first, then the certificate itself.',
    'Bind it to port 443 for each of the domains below.',
  ],
  personal: (environment) => [
    `${escapeMarkdown(environment.address)} is a personal environment. No custom domain can be had there.`,
  ],
  odc: (environment) => [
    `${escapeMarkdown(environment.address)} belongs to OutSystems Developer Cloud, which takes no certificate of yours.`,
    'OutSystems issues one itself once the two CNAME records that it asks for exist.',
  ],
};

function nameOf(environment: ReportEnvironment): string {
  return isNamed(environment) ? `**${escapeMarkdown(environment.name)}**` : 'your environment';
}

function cnames({ address, domains }: ReportEnvironment): readonly string[] {
  if (domains.length === 0) return [];
  // without an address of its own (the command line knows the domains alone) the pattern stands for it
  const target = address === '' || domains.includes(address) ? '<env>.outsystemsenterprise.com' : address;
  const records = domains.map((domain) => codeSpan(`${domain} CNAME ${target}`));
  return [`DNS must hold: ${records.join(', ')}. Never an A record, never the address of a load balancer.`];
}

/** The wildcard or name that the wizard's field "Domain" asks for. */
function wizardDomain(report: Report): string {
  const covering = report.domains.find(({ current, coveredBy }) => current && coveredBy !== null)?.coveredBy;
  const name = covering ?? report.certificates[0]?.subjectAltNames[0];
  return name === undefined ? 'the name in the certificate' : codeSpan(name);
}
