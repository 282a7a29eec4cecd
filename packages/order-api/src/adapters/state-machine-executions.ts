import type { AwsService } from '@order-workflow/stage-kit/aws';
import { parseJson } from '@order-workflow/stage-kit/aws';
import * as z from 'zod/mini';
import type { ExecutionStanding, ExecutionsToStart } from '../ports/executions-to-start.ts';
import { callStates } from './call-states.ts';

export interface StepFunctionsMachines<Of extends string> {
  /** The ARN to start executions at, of each machine: a state machine, or an alias of one. */
  readonly startAt: Readonly<Record<Of, string>>;
  readonly service: AwsService;
}

const describedSchema = z.object({
  status: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE']),
  // Absent, or null, of one that runs.
  output: z.nullish(z.string()),
});

/** What is said of an execution that is not kept: never was, is 90 days old, or is one of an Express machine. */
const notKept = new Set(['ExecutionDoesNotExist', 'InvalidArn', 'StateMachineTypeNotSupported']);

/** The executions of state machines, by Step Functions' API. */
export function stateMachineExecutions<Of extends string>({
  startAt,
  service,
}: StepFunctionsMachines<Of>): ExecutionsToStart<Of> {
  return {
    async start(machine, name, input) {
      const asked = { stateMachineArn: startAt[machine], name, input: JSON.stringify(input) };
      const answer = await callStates(service, 'StartExecution', asked);
      if (answer.kind === 'done' || answer.error === 'ExecutionAlreadyExists') return;
      throw new TypeError(`Step Functions refused to start an execution: ${answer.error}`);
    },
    async describe(machine, execution): Promise<ExecutionStanding> {
      const executionArn = execution.startsWith('arn:') ? execution : executionArnOf(startAt[machine], execution);
      if (executionArn.includes(':express:')) return { status: 'UNKNOWN' };
      const answer = await callStates(service, 'DescribeExecution', { executionArn });
      if (answer.kind === 'refused') {
        if (notKept.has(answer.error)) return { status: 'UNKNOWN' };
        throw new TypeError(`Step Functions refused to describe an execution: ${answer.error}`);
      }
      const read = describedSchema.safeParse(answer.body);
      if (!read.success) return { status: 'UNKNOWN' };
      const { status, output } = read.data;
      return status === 'SUCCEEDED' ? { status, output: parseJson(output ?? '') } : { status };
    },
  };
}

/** An execution that was started at an alias has an ARN without it: `…:stateMachine:orders:live` is not in `…:execution:orders:name`. */
function executionArnOf(startAt: string, name: string): string {
  const parts = startAt.split(':').slice(0, 7);
  parts[5] = 'execution';
  return [...parts, name].join(':');
}
