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
import { startSyncExecution } from './operations/start-sync-execution.ts';
import { stopExecution } from './operations/stop-execution.ts';
import { parseRequest, protocolJson } from './protocol-json.ts';
import { synthesizedMachines } from './resolve-arn.ts';
import { isOf, whoseIs } from './whose-is.ts';

/** What is answered of the machines that are synthesized. */
const allOperations = [
  listStateMachines,
  describeStateMachine,
  describeStateMachineForExecution,
  startExecution,
  startSyncExecution,
  listExecutions,
  describeExecution,
  getExecutionHistory,
  stopExecution,
  redriveExecution,
] as const;

const prefix = 'AWSStepFunctions.';
const operations: ReadonlyMap<string, Operation> = new Map(allOperations.map((one) => [one.name, one]));

/** A call as it came over the wire (AWS JSON 1.0). */
export interface Call {
  /** The header `X-Amz-Target`. */
  readonly target: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Uint8Array;
  /** Aborts when the caller hangs up. */
  readonly signal: AbortSignal;
}

/** The status, and the body as JSON text. */
interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Answers a call of the API: of the machines that are synthesized here, and of any that was created beside them.
 *
 * @throws ApiError
 */
export async function answerCall({ target, contentType, body, signal }: Call, served: ApiContext): Promise<Answer> {
  if (!target?.startsWith(prefix))
    throw new ApiError('UnknownOperationException', `X-Amz-Target: expected ${prefix}StartExecution or the like`);
  // A page of another origin may not send this type without asking first.
  if (!/^application\/x-amz-json-1\.0\s*(;|$)/i.test(contentType ?? ''))
    throw new ApiError('SerializationException', 'Content-Type: expected application/x-amz-json-1.0');
  const request = parse(body);
  const operation = operations.get(target.slice(prefix.length));
  const names = (arn: string) => Object.values(request).some((value) => isOf(arn, value));
  if (operation && !served.others.machines().some(({ arn }) => names(arn)))
    return { status: 200, body: protocolJson(await operation.answer(request, whoseIs(request, served))) };
  keepAsSynthesized(request, names, served);
  return served.others.answer({ target, body: JSON.stringify(request), signal });
}

/** What is synthesized is changed in the code, and is not hidden by another of its name. */
function keepAsSynthesized({ name }: Fields, names: (arn: string) => boolean, served: ApiContext): void {
  const known = [...operations.keys()].join(', ');
  for (const machine of synthesizedMachines(served)) {
    if (names(machine.arn))
      throw new ApiError(
        'UnsupportedOperationException',
        `${machine.arn} is what is synthesized: of it there are only ${known}`,
      );
    if (name === machine.name)
      throw new ApiError('StateMachineAlreadyExists', `State Machine Already Exists: '${machine.arn}'`);
  }
}

function parse(body: Uint8Array): Fields {
  const request = parseRequest(body);
  if (!isJsonObject(request)) throw new ApiError('SerializationException', 'The body is not a JSON object');
  return request;
}
