import { type ApiOperation, apiOperations } from '@order-workflow/order-api';
import { Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { acceptedOrdersTable } from './constructs/accepted-orders-table.ts';
import { ApiFunction } from './constructs/api-function.ts';
import type { StartedMachine } from './constructs/api-role.ts';
import { HttpApi } from './constructs/http-api.ts';
import { apiAlarm } from './observability/api-alarms.ts';
import type { OrderWorkflow } from './order-workflow-construct.ts';
import { apiParameters } from './settings/api-parameters.ts';
import { type DeploymentEnvironment, deploymentEnvironment } from './settings/deployment-environment.ts';

export interface OrderApiProps {
  /** The workflow that orders are placed in. It has to know whose an order is: its first stage claims. */
  readonly orders: OrderWorkflow;
  /** Where alarms are told. */
  readonly operations: ITopic;
  /** How it is kept; as `dev` unless given. */
  readonly environment?: DeploymentEnvironment;
}

const fingerprintVariable = 'ORDER_FINGERPRINT_KEY';

/**
 * The front door of a workflow: an HTTP API, a small function a route, and a table of what was accepted. Parameters of the stack say
 * who may call; without any it is callers that IAM knows (`execute-api:Invoke`).
 */
export class OrderApi extends Construct {
  /** Where it answers: `https://….execute-api.….amazonaws.com`. */
  readonly url: string;

  constructor(
    scope: Construct,
    id: string,
    { orders, operations, environment = deploymentEnvironment() }: OrderApiProps,
  ) {
    super(scope, id);
    const { dataKey, cancellation, keys, tables, stateMachine, placeOrdersAt } = orders;
    const [ordersTable, fingerprintKey] = [tables.get('orders'), keys.get(fingerprintVariable)];
    if (!cancellation || !ordersTable || !fingerprintKey)
      throw new TypeError('orders: a workflow in which nobody claims orders, expected one whose first stage does');
    const machines: Readonly<Record<'orders' | 'cancellations', StartedMachine>> = {
      orders: { machine: stateMachine, startAt: placeOrdersAt },
      cancellations: { machine: cancellation, startAt: cancellation.stateMachineArn },
    };
    const { logRetention: retention, removalPolicy } = environment;
    const logs = { encryptionKey: dataKey, retention, removalPolicy };
    const accepted = acceptedOrdersTable(this, logs);
    const functions = new Map<ApiOperation, IFunction>();
    for (const operation of apiOperations) {
      const asked = { operation, machines, orders: ordersTable, accepted, dataKey, fingerprintKey, logs };
      functions.set(operation, new ApiFunction(this, asked));
    }
    const api = new HttpApi(this, 'Http', { functions, settings: apiParameters(Stack.of(this)), logs });
    apiAlarm(this, api.apiId, operations);
    this.url = api.url;
  }
}
