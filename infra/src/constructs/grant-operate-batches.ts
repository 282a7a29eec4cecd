import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { BatchMachine } from './batch-machine.ts';
import { mayUseExecutions } from './may-use-executions.ts';

export interface OperatedBatches {
  readonly machine: BatchMachine;
  readonly placePart: { readonly logGroup: ILogGroup };
  readonly dataKey: IKey;
}

/** Lets somebody do what docs/runbook.md tells of a batch that has failed. Its executions hold ids and counts, and no order. */
export function grantOperateBatches(grantee: IGrantable, { machine, placePart, dataKey }: OperatedBatches): Grant {
  const may = (actions: string[], resourceArn: string) =>
    Grant.addToPrincipal({ grantee, actions, resourceArns: [resourceArn] });
  const grants = [
    may(['states:ListExecutions', 'states:DescribeStateMachine'], machine.stateMachineArn),
    may(
      ['states:DescribeExecution', 'states:GetExecutionHistory', 'states:RedriveExecution'],
      machine.executionArn('*'),
    ),
    mayUseExecutions(grantee, [machine], dataKey),
    may(['logs:FilterLogEvents'], placePart.logGroup.logGroupArn),
  ];
  return grants.reduce((all, one) => all.combine(one));
}
