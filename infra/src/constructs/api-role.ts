import type { ApiFunctionFacts, StartedMachineName } from '@order-workflow/order-api';
import { orderIndexes } from '@order-workflow/stage-kit/order-store';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { mayKeepItems } from './may-keep-items.ts';

/** A machine whose executions are started, and where: at itself or at an alias of it. */
export interface StartedMachine {
  readonly machine: { readonly stateMachineArn: string; executionArn(name: string): string };
  readonly startAt: string;
}

export interface ApiRoleProps {
  readonly operation: ApiFunctionFacts;
  /** What it is, for people. */
  readonly description: string;
  readonly logGroup: ILogGroup;
  /** Those that the operation asks for, at least. */
  readonly machines: Readonly<Partial<Record<StartedMachineName, StartedMachine>>>;
  readonly orders: ITable;
  readonly accepted: ITable;
  readonly batches: ITable;
  /** Encrypts the executions of the machines. */
  readonly dataKey: IKey;
}

/** What a function of the order API may do: write its own log, and what its operation asks for. Tracing is added by the function. */
export class ApiRole extends Role {
  constructor(scope: Construct, props: ApiRoleProps) {
    const { operation, description, logGroup, orders, accepted, batches, dataKey } = props;
    super(scope, `${operation.functionName}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: description.replace(/[{}]/g, ''),
    });
    logGroup.grantWrite(this);
    const { tables, lists, batches: asked, starts = [], describes = [] } = operation.access;
    if (tables) {
      mayKeepItems(this, orders, ['dynamodb:GetItem']);
      mayKeepItems(this, accepted, ['dynamodb:GetItem', ...(tables === 'write' ? ['dynamodb:PutItem'] : [])]);
    }
    if (lists) {
      mayKeepItems(this, orders, ['dynamodb:BatchGetItem']);
      const indexes = Object.values(orderIndexes).map(({ name }) => `${orders.tableArn}/index/${name}`);
      this.#may(['dynamodb:Query'], ...indexes);
    }
    if (asked) {
      const actions = asked.map((one) => `dynamodb:${one}`);
      mayKeepItems(this, batches, actions);
    }
    const started = starts.map((name) => startedMachine(name, props));
    if (started.length > 0) this.#may(['states:StartExecution'], ...started.map(({ startAt }) => startAt));
    const described = describes.map((name) => startedMachine(name, props));
    if (described.length > 0) {
      this.#may(['states:DescribeExecution'], ...described.map(({ machine }) => machine.executionArn('*')));
      this.#mayUseKeyOf(described, dataKey);
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

/** @throws TypeError when it is not given which machine that is */
export function startedMachine(
  name: StartedMachineName,
  { operation, machines }: Pick<ApiRoleProps, 'operation' | 'machines'>,
): StartedMachine {
  const found = machines[name];
  if (!found) throw new TypeError(`${operation.name}: the machine of ${name} is missing`);
  return found;
}
