import { type ApiOperation, apiOperations, placePartFunction } from '@order-workflow/order-api';
import { Stack } from 'aws-cdk-lib';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { acceptedOrdersTable } from './constructs/accepted-orders-table.ts';
import { acknowledgeAllOf } from './constructs/acknowledgements.ts';
import { ApiFunction } from './constructs/api-function.ts';
import { BatchMachine } from './constructs/batch-machine.ts';
import { batchTable } from './constructs/batch-table.ts';
import { grantOperateBatches } from './constructs/grant-operate-batches.ts';
import { HttpApi } from './constructs/http-api.ts';
import { apiAlarm, batchAlarm } from './observability/api-alarms.ts';
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

/** For a part of a batch: seven orders one after the other, each of four calls of three seconds. */
const partSeconds = 120;

const fingerprintVariable = 'ORDER_FINGERPRINT_KEY';

/**
 * The front door of a workflow: an HTTP API, a small function a route, a table of what was accepted, and for batches a table and a state
 * machine. Parameters of the stack say
 * who may call; without any it is callers that IAM knows (`execute-api:Invoke`).
 */
export class OrderApi extends Construct {
  /** Where it answers: `https://….execute-api.….amazonaws.com`. */
  readonly url: string;
  /** The state machine that places batches. */
  readonly batches: BatchMachine;
  readonly #placePart: ApiFunction;
  readonly #dataKey: IKey;

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
    const ordersAndCancellations = {
      orders: { machine: stateMachine, startAt: placeOrdersAt },
      cancellations: { machine: cancellation, startAt: cancellation.stateMachineArn },
    };
    const { logRetention: retention, removalPolicy } = environment;
    const logs = { encryptionKey: dataKey, retention, removalPolicy };
    const kept = { orders: ordersTable, accepted: acceptedOrdersTable(this, logs), batches: batchTable(this, logs) };
    const asked = { ...kept, dataKey, fingerprintKey, logs };
    const placePart = new ApiFunction(this, {
      ...asked,
      operation: placePartFunction,
      machines: ordersAndCancellations,
      timeoutSeconds: partSeconds,
    });
    const batchMachine = new BatchMachine(this, 'Batches', { placePart, partSeconds, logs });
    acknowledgeAllOf(
      batchMachine,
      `${placePart.functionArn}:*`,
      'The CDK grants the versions of the one function as well.',
    );
    const ofBatches = 'It says how an execution stands, whichever a batch has, of the one machine that places them.';
    acknowledgeAllOf(this, batchMachine.executionArn('*'), ofBatches);
    this.batches = batchMachine;
    this.#placePart = placePart;
    this.#dataKey = dataKey;
    const machines = {
      ...ordersAndCancellations,
      batches: { machine: batchMachine, startAt: batchMachine.stateMachineArn },
    };
    const functions = new Map<ApiOperation, IFunction>();
    for (const operation of apiOperations)
      functions.set(operation, new ApiFunction(this, { ...asked, operation, machines }));
    const api = new HttpApi(this, 'Http', { functions, settings: apiParameters(Stack.of(this)), logs });
    apiAlarm(this, api.apiId, operations);
    batchAlarm(this, batchMachine, operations);
    this.url = api.url;
  }

  /** Lets somebody find failed batches, read what was logged of them, and redrive them. It places, stops and reads no order. */
  grantOperate(grantee: IGrantable): Grant {
    return grantOperateBatches(grantee, { machine: this.batches, placePart: this.#placePart, dataKey: this.#dataKey });
  }
}
