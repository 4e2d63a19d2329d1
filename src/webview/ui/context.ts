import type { PageRequest } from '../../shared/protocol.ts';
import type { Answer } from './button.ts';

/** What every part of the page may use. */
export interface Context {
  /** resolves to the error that the host answers with, or to undefined */
  request(request: PageRequest): Promise<string | undefined>;
  /** the page's own place for answers whose button is gone */
  readonly answer: Answer;
}
