import { type Fields, isJsonObject } from '../json/json-object.ts';
import type { ApiContext } from './api-context.ts';
import { ApiError } from './api-error.ts';
import type { Operation } from './operation.ts';
import { describeExecution } from './operations/describe-execution.ts';
import { describeStateMachine } from './operations/describe-state-machine.ts';
import { describeStateMachineForExecution } from './operations/describe-state-machine-for-execution.ts';
import { getExecutionHistory } from './operations/get-execution-history.ts';
import { listExecutions } from './operations/list-executions.ts';
import { listStateMachines } from './operations/list-state-machines.ts';
import { redriveExecution } from './operations/redrive-execution.ts';
import { startExecution } from './operations/start-execution.ts';
import { stopExecution } from './operations/stop-execution.ts';
import { validateStateMachineDefinition } from './operations/validate-state-machine-definition.ts';
import { parseRequest } from './protocol-json.ts';

/** What this machine answers of Step Functions' API. */
const allOperations = [
  listStateMachines,
  describeStateMachine,
  describeStateMachineForExecution,
  startExecution,
  listExecutions,
  describeExecution,
  getExecutionHistory,
  stopExecution,
  redriveExecution,
  validateStateMachineDefinition,
] as const;

const prefix = 'AWSStepFunctions.';
const operations: ReadonlyMap<string, Operation> = new Map(allOperations.map((one) => [one.name, one]));

/** A call as it came over the wire (AWS JSON 1.0). */
export interface Call {
  /** The header `X-Amz-Target`. */
  readonly target: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Uint8Array;
}

/**
 * Answers a call of the API.
 *
 * @throws ApiError
 */
export function answerCall({ target, contentType, body }: Call, served: ApiContext): object {
  const operation = operationOf(target);
  // A page of another origin may not send this type without asking first.
  if (!/^application\/x-amz-json-1\.0\s*(;|$)/i.test(contentType ?? ''))
    throw new ApiError('SerializationException', 'Content-Type: expected application/x-amz-json-1.0');
  const request = parse(body);
  return operation.answer(request, whoseIs(request, served));
}

function operationOf(target: string | undefined): Operation {
  if (!target?.startsWith(prefix))
    throw new ApiError('UnknownOperationException', `X-Amz-Target: expected ${prefix}StartExecution or the like`);
  const name = target.slice(prefix.length);
  const operation = operations.get(name);
  if (operation) return operation;
  const asked = /^[A-Za-z]{1,60}$/.test(name) ? name : 'This operation';
  const known = [...operations.keys()].join(', ');
  throw new ApiError('UnsupportedOperationException', `${asked} is not answered on this machine, only ${known}`);
}

function parse(body: Uint8Array): Fields {
  const request = parseRequest(body);
  if (!isJsonObject(request)) throw new ApiError('SerializationException', 'The body is not a JSON object');
  return request;
}

/** Batches have a machine, and a journal, of their own: a call goes there when it names that machine, or an execution of it. */
function whoseIs({ stateMachineArn, executionArn }: Fields, served: ApiContext): ApiContext {
  const { batches } = served;
  if (!batches) return served;
  const { arn } = batches.assembly.stateMachine;
  const executions = `${arn.replace(':stateMachine:', ':execution:')}:`;
  const isTheirs = stateMachineArn === arn || String(executionArn).startsWith(executions);
  return isTheirs ? { ...served, workflow: batches } : served;
}
