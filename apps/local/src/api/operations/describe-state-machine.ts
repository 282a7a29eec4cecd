import * as z from 'zod/mini';
import { defineOperation } from '../operation.ts';
import { arnField, includedDataField } from '../request-fields.ts';
import { stateMachineOf } from '../state-machine-of.ts';

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
