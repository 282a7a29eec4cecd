import type { ApiOperation } from '@order-workflow/order-api';
import { orderIndexes } from '@order-workflow/stage-kit/order-store';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { mayKeepItems } from './may-keep-items.ts';
import type { OrderStateMachine } from './order-state-machine.ts';

/** A machine whose executions are started, and where: at itself or at an alias of it. */
export interface StartedMachine {
  readonly machine: OrderStateMachine;
  readonly startAt: string;
}

export interface ApiRoleProps {
  readonly operation: ApiOperation;
  readonly logGroup: ILogGroup;
  readonly machines: Readonly<Record<'orders' | 'cancellations', StartedMachine>>;
  readonly orders: ITable;
  readonly accepted: ITable;
  /** Encrypts the executions of the machines. */
  readonly dataKey: IKey;
}

/** What a function of the order API may do: write its own log, and what its operation asks for. Tracing is added by the function. */
export class ApiRole extends Role {
  constructor(scope: Construct, { operation, logGroup, machines, orders, accepted, dataKey }: ApiRoleProps) {
    super(scope, `${operation.functionName}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `${operation.method} ${operation.path} of the order API`.replace(/[{}]/g, ''),
    });
    logGroup.grantWrite(this);
    const { tables, lists, starts = [], describes } = operation.access;
    if (tables) {
      mayKeepItems(this, orders, ['dynamodb:GetItem']);
      mayKeepItems(this, accepted, ['dynamodb:GetItem', ...(tables === 'write' ? ['dynamodb:PutItem'] : [])]);
    }
    if (lists) {
      mayKeepItems(this, orders, ['dynamodb:BatchGetItem']);
      const indexes = Object.values(orderIndexes).map(({ name }) => `${orders.tableArn}/index/${name}`);
      this.#may(['dynamodb:Query'], ...indexes);
    }
    if (starts.length > 0) this.#may(['states:StartExecution'], ...starts.map((name) => machines[name].startAt));
    if (describes) {
      const executions = Object.values(machines).map(({ machine }) => machine.executionArn('*'));
      this.#may(['states:DescribeExecution'], ...executions);
      this.#mayUseKeyOf(Object.values(machines), dataKey);
    }
  }

  #may(actions: string[], ...resources: string[]): void {
    this.addToPolicy(new PolicyStatement({ actions, resources }));
  }

  /** Whoever starts or describes an execution uses the key of its machine: https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html */
  #mayUseKeyOf(machines: readonly StartedMachine[], { keyArn }: IKey): void {
    const arns = machines.map(({ machine }) => machine.stateMachineArn);
    this.addToPolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [keyArn],
        conditions: { StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': arns } },
      }),
    );
  }
}
