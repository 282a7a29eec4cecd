import { Duration } from 'aws-cdk-lib';
import { type State, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { CallAwsService } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { StopPlan } from '../composition/planned-state.ts';
import { parkPatienceSeconds } from '../policy/longest-run.ts';
import type { TimeLimits } from '../policy/time-limits.ts';
import { retried } from './retried.ts';

/** Executions that can be stopped. */
export interface StoppableMachine {
  /** The ARN of the execution of a name; of all of them for `*`. */
  executionArn(name: string): string;
}

/**
 * The names under which it is said that no such execution runs. They are not retried: nothing is left to stop. Emulators refuse by the last
 * of them to stop one that has ended; were it said of one that runs, its keys would keep it from doing anything all the same.
 */
const goneErrors = ['Sfn.ExecutionDoesNotExistException', 'Sfn.InvalidArnException', 'Sfn.ValidationException'];

/**
 * A state that stops an execution. Nothing happens to one that has ended, and StopExecution says so by succeeding.
 *
 * @throws TypeError when it is not said of which machine
 */
export function stopState(
  scope: Construct,
  { name, execution, error, cause }: StopPlan,
  machine: StoppableMachine | undefined,
  limits: TimeLimits,
): CallAwsService {
  if (!machine) throw new TypeError(`${name}: the plan stops executions, of which machine is not said`);
  const state = CallAwsService.jsonata(scope, name, {
    service: 'sfn',
    action: 'stopExecution',
    parameters: {
      ExecutionArn: `{% "${machine.executionArn('')}" & ${execution} %}`,
      Error: error,
      Cause: `{% ${cause} %}`,
    },
    iamAction: 'states:StopExecution',
    iamResources: [machine.executionArn('*')],
    outputs: '{% $states.input %}',
    taskTimeout: Timeout.duration(Duration.seconds(limits.parkSeconds)),
  });
  state.addRetry({ errors: [...goneErrors], maxAttempts: 0 });
  return retried(state, limits.retryFor(parkPatienceSeconds), ['States.ALL']);
}

/** Leads on, whether there was something to stop or not. */
export function connectStop(state: CallAwsService, next: State): void {
  state.next(next);
  state.addCatch(next, { errors: [...goneErrors], outputs: '{% $states.input %}' });
}
