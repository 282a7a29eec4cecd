import type { ApiOperation } from '@order-workflow/order-api';
import { CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledgements.ts';
import { ApiRole, type ApiRoleProps } from './api-role.ts';
import { bundledFunction } from './bundled-function.ts';
import { type LogKeeping, orderLogs } from './order-logs.ts';

export interface ApiFunctionProps extends Omit<ApiRoleProps, 'logGroup'> {
  readonly logs: LogKeeping;
  /** The key of the order store's fingerprints. */
  readonly fingerprintKey: ISecret;
}

/** Seconds for one request: four calls of three each, one after the other; a list takes nine at most. API Gateway waits for thirty. */
const timeoutSeconds = 15;

/** Enough to be at work soon: what a request costs here is mostly waiting. */
const memoryMb = 256;

/** The function behind a route of the order API, from its built bundle, with what its operation asks for and nothing more. */
export class ApiFunction extends LambdaFunction {
  constructor(scope: Construct, { logs, fingerprintKey, ...props }: ApiFunctionProps) {
    const { operation, machines, orders, accepted } = props;
    const { functionName, method, path, access } = operation;
    const logGroup = orderLogs(scope, functionName, logs);
    const role = new ApiRole(scope, { ...props, logGroup });
    super(scope, functionName, {
      description: `${method} ${path} of the order API`,
      ...bundledFunction({ bundle: operation.bundle, stateName: operation.name, memoryMb, timeoutSeconds }),
      environment: {
        ...((access.tables || access.lists) && { ORDERS_TABLE_NAME: orders.tableName }),
        ...(access.tables && {
          ACCEPTED_ORDERS_TABLE_NAME: accepted.tableName,
          PLACE_ORDERS_AT: machines.orders.startAt,
          CANCEL_ORDERS_AT: machines.cancellations.startAt,
        }),
        ...(access.fingerprints && { ORDER_FINGERPRINT_KEY: fingerprintKey.secretValue.unsafeUnwrap() }),
      },
      logGroup,
      role,
    });
    const { defaultChild } = this.node;
    if (defaultChild instanceof CfnFunction) defaultChild.addMetadata(operationNoteKey, operationNote(operation));
    acknowledge(this, 'apiFunctions');
    acknowledge(role, 'apiFunctions');
  }
}

/** Where the note of a function of the order API stands in the template's `Metadata` of it. CloudFormation does nothing with it. */
const operationNoteKey = 'OrderWorkflow::Operation';

/** The route that a function answers, for whoever serves what was synthesized somewhere else. */
function operationNote({ name, method, path }: ApiOperation): Pick<ApiOperation, 'name' | 'method' | 'path'> {
  return { name, method, path };
}
