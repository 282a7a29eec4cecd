import * as z from 'zod/mini';
import { arnField, defineOperation, includedDataField } from '../operation.ts';
import { executionOf } from '../resolve-arn.ts';

const request = z.strictObject({ executionArn: arnField, includedData: includedDataField });

/** The state machine as it was when the execution began: a redrive uses the same. */
export const describeStateMachineForExecution = defineOperation(
  'DescribeStateMachineForExecution',
  request,
  ({ executionArn, includedData }, served) => {
    const { stateMachineArn, roleArn, definition, startedAt } = executionOf(served, executionArn).start;
    const { synthesizedAt } = served.workflow.assembly.stateMachine;
    return {
      stateMachineArn,
      name: stateMachineArn.slice(stateMachineArn.lastIndexOf(':') + 1),
      definition: includedData === 'METADATA_ONLY' ? '{}' : JSON.stringify(definition),
      roleArn,
      // What was synthesized after the execution began is not what it runs.
      updateDate: new Date(Math.min(synthesizedAt.getTime(), startedAt)),
    };
  },
);
