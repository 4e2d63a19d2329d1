import type { WorkerClient } from '../../worker/workerClient.ts';
import type { Services } from '../services.ts';
import type { OnlineConsent } from './onlineConsent.ts';
import type { TrustedCertificates } from './trustedCertificates.ts';

/** What the report's editor works with. */
export interface EditorParts {
  /** not spread out: tests put other prompts in */
  readonly services: Services;
  readonly trusted: TrustedCertificates;
  readonly worker: WorkerClient;
  /** for what asks the network: nothing else waits for its answers */
  readonly onlineWorker: WorkerClient;
  readonly consent: OnlineConsent;
}
