import { Cancelled } from '../cancelled.ts';
import { BACK, type Step } from './prompts.ts';

/** A question; its answer counts only where it is `BACK`. */
export type StepAction = (step: Step) => Promise<unknown>;

/** Runs questions one after another; `BACK` returns to the one before. @throws Cancelled */
export async function runSteps(actions: readonly StepAction[]): Promise<void> {
  let position = 0;
  for (let action = actions[position]; action; action = actions[position]) {
    const answer = await action({ step: position + 1, totalSteps: actions.length });
    position += answer === BACK ? -1 : 1;
    if (position < 0) throw new Cancelled();
  }
}
