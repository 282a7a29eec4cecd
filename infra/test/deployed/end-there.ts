import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeExecutionCommand, GetExecutionHistoryCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { AwsClients } from './aws-clients.ts';
import { type ComparableEnd, comparableEnd } from './comparable-end.ts';

/** An execution that has ended, as AWS's protocol tells it. */
export interface EndedExecution {
  readonly arn: string;
  readonly ending: ComparableEnd;
  /** The record as it is, with its ids. */
  readonly record: Readonly<Record<string, unknown>>;
  /** Names of the states that were entered. */
  readonly states: readonly string[];
}

const endsWithinMs = 120_000;

/**
 * Starts an execution and waits for its end.
 *
 * @throws Error when it does not end in two minutes
 */
export async function endThere(
  { sfn }: AwsClients,
  stateMachineArn: string,
  name: string,
  input: string,
): Promise<EndedExecution> {
  const { executionArn } = await sfn.send(new StartExecutionCommand({ stateMachineArn, name, input }));
  for (const until = Date.now() + endsWithinMs; Date.now() < until; await sleep(100)) {
    const { status = '', output, error, cause } = await sfn.send(new DescribeExecutionCommand({ executionArn }));
    if (status === 'RUNNING') continue;
    const record = output === undefined ? {} : JSON.parse(output);
    const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }));
    return {
      arn: executionArn ?? '',
      ending: comparableEnd({ status, output: record, error: error ?? null, cause: cause ?? null }),
      record,
      states: events.flatMap(({ stateEnteredEventDetails: entered }) => entered?.name ?? []),
    };
  }
  throw new Error(`${name} has not ended after ${endsWithinMs / 1000} s`);
}
