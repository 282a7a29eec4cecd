import { TaskFailure } from '@order-workflow/asl-engine';
import type { Invoke } from '../faults/strike-function.ts';
import type { LambdaHost } from '../lambda-host/lambda-host.ts';

/** Lets the engine's `lambda:invoke` run a function of the host, and fail as it does on AWS. */
export function invokeFunction(invoke: LambdaHost['invoke']): Invoke {
  return async ({ functionName, payload, executionArn, clock, signal }, kill) => {
    // Of its own, since of two that run at once one may already wait on the clock.
    const worked = clock.beginWork();
    const result = await Promise.resolve(invoke(functionName, payload, { kill, executionArn })).finally(worked);
    if (!result) {
      throw new TaskFailure(
        'Lambda.ResourceNotFoundException',
        `Function not found: ${functionName} (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException)`,
      );
    }
    if (result.waitedMs !== undefined) await clock.sleep(result.waitedMs, signal);
    if (result.kind === 'failed') throw new TaskFailure(result.error.errorType, JSON.stringify(result.error));
    return { payload: result.payload, executedVersion: '$LATEST', statusCode: 200 };
  };
}
