import { type ExecutionOverview, whyNotRedrivable } from '@order-workflow/asl-engine';
import * as z from 'zod/mini';
import { arnField, defineOperation, includedDataField } from '../operation.ts';
import { executionOf } from '../resolve-arn.ts';

const request = z.strictObject({ executionArn: arnField, includedData: includedDataField });
const included = { included: true };

export const describeExecution = defineOperation(
  'DescribeExecution',
  request,
  ({ executionArn, includedData }, served) => {
    const standing = executionOf(served, executionArn);
    const { start, end, redriveCount, redrivenAt } = standing;
    const reason = whyNotRedrivable(standing, served.clock.now());
    return {
      executionArn,
      stateMachineArn: start.stateMachineArn,
      name: start.name,
      status: end?.status ?? 'RUNNING',
      startDate: new Date(start.startedAt),
      ...(end && { stopDate: new Date(end.stoppedAt) }),
      ...(includedData !== 'METADATA_ONLY' && dataOf(standing)),
      redriveCount,
      ...(redrivenAt !== undefined && { redriveDate: new Date(redrivenAt) }),
      redriveStatus: reason === undefined ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
      ...(reason !== undefined && { redriveStatusReason: reason }),
    };
  },
);

/** What AWS keeps encrypted. */
function dataOf({ start, end }: ExecutionOverview): object {
  return {
    input: JSON.stringify(start.input),
    inputDetails: included,
    ...(end?.output !== undefined && { output: JSON.stringify(end.output), outputDetails: included }),
    ...(end?.error !== undefined && { error: end.error }),
    ...(end?.cause !== undefined && { cause: end.cause }),
  };
}
