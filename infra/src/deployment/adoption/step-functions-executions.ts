import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  paginateListExecutions,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { CloudUnavailable, describeCloudFailure } from '../describe-cloud-failure.ts';
import type { PastExecutions } from './past-executions.ts';

/** The first stage is left before so many events: each of its tries makes three. */
const firstEvents = 100;

/** The executions of a state machine of Step Functions. */
export function stepFunctionsExecutions(client: SFNClient, stateMachineArn: string): PastExecutions {
  return {
    async *list() {
      const pages = paginateListExecutions({ client, pageSize: 100 }, { stateMachineArn })[Symbol.asyncIterator]();
      for (;;) {
        const { value, done } = await asked(pages.next());
        if (done) return;
        yield (value.executions ?? []).map(({ executionArn = '', startDate, status = '' }) => ({
          arn: executionArn,
          startedAt: instantOf(startDate),
          status,
        }));
      }
    },

    async describe(executionArn) {
      const found = await asked(client.send(new DescribeExecutionCommand({ executionArn })));
      const { startDate, status = '', input = '', output } = found;
      return { arn: executionArn, startedAt: instantOf(startDate), status, input, output };
    },

    async recordOfFirstStage(executionArn) {
      const { events = [] } = await asked(
        client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: firstEvents })),
      );
      const left = events.find(({ type }) => type === 'TaskStateExited');
      return left?.stateExitedEventDetails?.output;
    },
  };
}

function instantOf(date: Date | undefined): string {
  return (date ?? new Date(0)).toISOString();
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new CloudUnavailable(describeCloudFailure(error), { cause: error });
  }
}
