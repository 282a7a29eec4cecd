import { TaskFailure, type TaskIntegration } from '@order-workflow/asl-engine';

/**
 * What comes of a call of StopExecution. `not-there`, `bad-arn` and `refused` are answered whether or not the execution runs, as of one that
 * runs on another state machine; what it does afterwards must do no harm.
 */
export const stopFaults = ['throttled', 'answer-lost', 'not-there', 'bad-arn', 'refused'] as const;
export type StopFault = (typeof stopFaults)[number];

const failure = (name: string) => new TaskFailure(`Sfn.${name}Exception`, 'switched on');

/** Lets calls of StopExecution come to what `next` says, each time that it says something. */
export function withStopFaults(next: () => StopFault | undefined): (stop: TaskIntegration) => TaskIntegration {
  return (stop) => async (parameters, context) => {
    switch (next()) {
      case 'throttled':
        throw failure('Throttling');
      case 'not-there':
        throw failure('ExecutionDoesNotExist');
      case 'bad-arn':
        throw failure('InvalidArn');
      case 'refused':
        throw failure('Validation');
      case 'answer-lost':
        await stop(parameters, context);
        throw failure('SdkClient');
      case undefined:
        return stop(parameters, context);
    }
  };
}
