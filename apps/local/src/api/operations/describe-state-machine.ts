import * as z from 'zod/mini';
import { arnField, defineOperation, includedDataField } from '../operation.ts';
import { stateMachineOf } from '../resolve-arn.ts';

const request = z.strictObject({ stateMachineArn: arnField, includedData: includedDataField });

export const describeStateMachine = defineOperation(
  'DescribeStateMachine',
  request,
  ({ stateMachineArn, includedData }, served) => {
    const { arn, name, type, roleArn, definition, synthesizedAt } = stateMachineOf(served, stateMachineArn);
    return {
      stateMachineArn: arn,
      name,
      status: 'ACTIVE',
      definition: includedData === 'METADATA_ONLY' ? '{}' : definition,
      roleArn,
      type,
      creationDate: synthesizedAt,
    };
  },
);
