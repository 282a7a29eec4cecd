import type { ApiFunctionFacts, ApiOperation } from '@order-workflow/order-api';
import { CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledgements.ts';
import { ApiRole, type ApiRoleProps, startedMachine } from './api-role.ts';
import { bundledFunction } from './bundled-function.ts';
import { type LogKeeping, orderLogs } from './order-logs.ts';

export interface ApiFunctionProps extends Omit<ApiRoleProps, 'logGroup' | 'description'> {
  readonly logs: LogKeeping;
  /** The key of the order store's fingerprints. */
  readonly fingerprintKey: ISecret;
  /** Seconds for one call; as a route has unless given. */
  readonly timeoutSeconds?: number;
}

/**
 * Seconds for one request: four calls of three each, one after the other; a list takes nine at most, and a batch is read and kept in
 * some more. API Gateway waits for thirty.
 */
const routeSeconds = 25;

/** Enough to be at work soon: what a request costs here is mostly waiting. */
const usualMemoryMb = 256;

/** A function of the order API, from its built bundle, with what its operation asks for and nothing more. */
export class ApiFunction extends LambdaFunction {
  constructor(scope: Construct, { logs, fingerprintKey, timeoutSeconds = routeSeconds, ...props }: ApiFunctionProps) {
    const { operation, orders, accepted, batches } = props;
    const { functionName, access, memoryMb = usualMemoryMb } = operation;
    const isRoute = isOperation(operation);
    const description = `${isRoute ? `${operation.method} ${operation.path}` : 'Part of a batch'} of the order API`;
    const logGroup = orderLogs(scope, functionName, logs);
    const role = new ApiRole(scope, { ...props, description, logGroup });
    super(scope, functionName, {
      description,
      ...bundledFunction({ bundle: operation.bundle, stateName: operation.name, memoryMb, timeoutSeconds }),
      environment: {
        ...((access.tables || access.lists) && { ORDERS_TABLE_NAME: orders.tableName }),
        ...(access.tables && {
          ACCEPTED_ORDERS_TABLE_NAME: accepted.tableName,
          PLACE_ORDERS_AT: startedMachine('orders', props).startAt,
          CANCEL_ORDERS_AT: startedMachine('cancellations', props).startAt,
        }),
        ...(access.batches && { BATCHES_TABLE_NAME: batches.tableName }),
        ...(access.describes?.includes('batches') && { PLACE_BATCHES_AT: startedMachine('batches', props).startAt }),
        ...(access.fingerprints && { ORDER_FINGERPRINT_KEY: fingerprintKey.secretValue.unsafeUnwrap() }),
      },
      logGroup,
      role,
    });
    const { defaultChild } = this.node;
    if (isRoute && defaultChild instanceof CfnFunction)
      defaultChild.addMetadata(operationNoteKey, operationNote(operation));
    const what = isRoute ? 'apiFunctions' : 'functions';
    acknowledge(this, what);
    acknowledge(role, what);
  }
}

function isOperation(operation: ApiFunctionFacts): operation is ApiOperation {
  return 'path' in operation;
}

/** Where the note of a function of the order API stands in the template's `Metadata` of it. CloudFormation does nothing with it. */
const operationNoteKey = 'OrderWorkflow::Operation';

/** The route that a function answers, for whoever serves what was synthesized somewhere else. */
function operationNote({ name, method, path }: ApiOperation): Pick<ApiOperation, 'name' | 'method' | 'path'> {
  return { name, method, path };
}
