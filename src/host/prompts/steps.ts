import { Cancelled } from '../cancelled.ts';
import { BACK, type Step } from './prompts.ts';

/** A question; its answer counts only where it is `BACK`. */
export type StepAction = (step: Step) => Promise<unknown>;

/** A question that earlier answers may make needless: then neither Back nor the way on stops there. */
export interface OptionalStep {
  readonly needed: () => boolean;
  readonly ask: StepAction;
}

/** Runs questions one after another; `BACK` returns to the one before that was asked. @throws Cancelled */
export async function runSteps(actions: readonly (StepAction | OptionalStep)[]): Promise<void> {
  const steps = actions.map((action) => (typeof action === 'function' ? { needed: always, ask: action } : action));
  let forward = true;
  for (let position = 0; position < steps.length; position += forward ? 1 : -1) {
    const action = steps[position];
    if (!action) throw new Cancelled();
    if (!action.needed()) continue;
    const before = steps.slice(0, position).filter(({ needed }) => needed()).length;
    const after = steps.slice(position + 1).filter(({ needed }) => needed()).length;
    const answer = await action.ask({ step: before + 1, totalSteps: before + 1 + after });
    forward = answer !== BACK;
  }
}

const always = (): boolean => true;
