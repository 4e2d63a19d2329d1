import type { ViewState } from '../../../../src/shared/protocol.ts';
import { missingIntermediate } from './brokenStates.ts';
import { NOW } from './build.ts';

const { report } = missingIntermediate;

/** What a host serves whose server leaves the intermediate out. */
export const served: ViewState = {
  kind: 'served',
  environment: 'Production',
  seenAt: NOW,
  trustProblems: [],
  report: {
    ...report,
    headline: 'Not in order: 1 error',
    summary: 'The server of apps.acme.com does not send the certificate of Example Trust RSA CA 4.',
    file: { ...report.file, name: 'apps.acme.com', size: 0, bags: [] },
    checks: {
      ...report.checks,
      key: { status: 'pass', summary: 'On the server, where nobody can see it from outside.' },
    },
  },
};
