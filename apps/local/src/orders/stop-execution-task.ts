import { TaskFailure, type TaskIntegration } from '@order-workflow/asl-engine';
import { isJsonObject } from '../json/json-object.ts';

/** What can be stopped. */
export interface StoppableExecutions {
  /** When an execution ended, in milliseconds since the epoch; `runs` while it does; undefined where there is none. */
  standingOf(executionArn: string): number | 'runs' | undefined;
  /** Stops one that runs. */
  stop(executionArn: string, reason: { readonly error?: string; readonly cause?: string }): void;
}

const executionArnText = /^arn:[a-z-]+:states:[a-z0-9-]+:\d{12}:execution:[^:]{1,80}:[^:]{1,80}$/;

/**
 * The integration `aws-sdk:sfn:stopExecution`: StopExecution as a state calls it. Nothing happens to an execution that has ended
 * (https://docs.aws.amazon.com/step-functions/latest/apireference/API_StopExecution.html). What goes wrong has the names that an
 * SDK integration gives it (https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html).
 */
export function stopExecutionTask(executions: StoppableExecutions): TaskIntegration {
  return (parameters, { clock }) => {
    const given = isJsonObject(parameters) ? parameters : {};
    const executionArn = textOf(given['ExecutionArn']) ?? '';
    if (!executionArnText.test(executionArn)) throw failed('InvalidArn', `Invalid Arn: '${executionArn}'`);
    const standing = executions.standingOf(executionArn);
    if (standing === undefined) throw failed('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
    if (standing !== 'runs') return { StopDate: new Date(standing).toISOString() };
    const [error, cause] = [textOf(given['Error']), textOf(given['Cause'])];
    executions.stop(executionArn, { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) });
    return { StopDate: new Date(clock.now()).toISOString() };
  };
}

function failed(name: string, message: string): TaskFailure {
  return new TaskFailure(`Sfn.${name}Exception`, `${message} (Service: Sfn, Status Code: 400)`);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
