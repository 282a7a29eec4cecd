import { DescribeExecutionCommand, RedriveExecutionCommand } from '@aws-sdk/client-sfn';
import { endThere } from '../end-there.ts';
import { attempt } from './attempt.ts';
import type { Difference } from './difference.ts';
import { withStateMachine } from './with-state-machine.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
export const noRedrive: Difference = {
  says: 'AWS redrives a failed execution from the state that failed; the local engine is held to that.',
  async probe(clients) {
    const definition = { StartAt: 'Fail', States: { Fail: { Type: 'Fail', Error: 'Probe' } } };
    const { answer: seen = '' } = await withStateMachine(clients, definition, async (stateMachineArn) => {
      const { arn: executionArn } = await endThere(clients, stateMachineArn, 'probe', '{}');
      const { refused } = await attempt(() => clients.sfn.send(new RedriveExecutionCommand({ executionArn })));
      const { redriveCount = 0 } = await clients.sfn.send(new DescribeExecutionCommand({ executionArn }));
      return refused ?? `redriven ${redriveCount} times`;
    });
    return { differs: seen !== 'redriven 1 times', seen };
  },
};
