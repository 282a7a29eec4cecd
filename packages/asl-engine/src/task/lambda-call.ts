import type { Clock } from '../clock/clock.ts';
import type { Fiber } from '../execution/fiber.ts';
import { TaskFailure } from '../host/task-failure.ts';
import type { LambdaAnswer, LambdaInvocation, TaskContext } from '../host/task-handler.ts';
import { copyJson } from '../json/copy-json.ts';
import { isJsonObject, type Json } from '../json/json.ts';

interface LambdaRequest {
  readonly functionName: string;
  readonly payload: Json;
  readonly invocationType?: string | undefined;
  readonly qualifier?: string | undefined;
}

/** Calls a Lambda function through the host. */
export function callLambda(
  fiber: Fiber,
  request: LambdaRequest,
  context: TaskContext,
): LambdaAnswer | Promise<LambdaAnswer> {
  const { invokeLambda } = fiber.runtime.host;
  if (!invokeLambda)
    throw new TaskFailure(
      'Lambda.ResourceNotFoundException',
      `Function not found: ${request.functionName}: this host runs no functions (invokeLambda).`,
    );
  return invokeLambda(new Invocation(request, context));
}

// Delegates what few handlers ask for, so that it is made only then.
class Invocation implements LambdaInvocation {
  readonly functionName: string;
  readonly payload: Json;
  readonly invocationType: string | undefined;
  readonly qualifier: string | undefined;
  readonly executionArn: string;
  readonly executionName: string;
  readonly stateMachineArn: string;
  readonly stateName: string;
  readonly retryCount: number;
  readonly taskToken: string | undefined;
  readonly resource: string;
  readonly pattern: TaskContext['pattern'];
  readonly clock: Clock;
  readonly #context: TaskContext;

  constructor(request: LambdaRequest, context: TaskContext) {
    this.functionName = request.functionName;
    this.payload = copyJson(request.payload);
    this.invocationType = request.invocationType;
    this.qualifier = request.qualifier;
    this.executionArn = context.executionArn;
    this.executionName = context.executionName;
    this.stateMachineArn = context.stateMachineArn;
    this.stateName = context.stateName;
    this.retryCount = context.retryCount;
    this.taskToken = context.taskToken;
    this.resource = context.resource;
    this.pattern = context.pattern;
    this.clock = context.clock;
    this.#context = context;
  }

  get signal(): AbortSignal {
    return this.#context.signal;
  }

  get submitted(): TaskContext['submitted'] {
    return this.#context.submitted;
  }

  get holdTimeout(): TaskContext['holdTimeout'] {
    return this.#context.holdTimeout;
  }
}

/** Reads the parameters of `lambda:invoke`. */
export function readLambdaRequest(parameters: Json): LambdaRequest {
  const given = isJsonObject(parameters) ? parameters : {};
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : undefined);
  const functionName = text('FunctionName');
  if (functionName === undefined)
    throw new TaskFailure('States.Runtime', "The field 'FunctionName' is required but was missing");
  return {
    functionName,
    payload: readPayload(given['Payload']),
    invocationType: text('InvocationType'),
    qualifier: text('Qualifier'),
  };
}

// No payload is an empty event; a text goes to the function as it is, so it must be JSON itself (both recorded from AWS).
function readPayload(payload: Json = null): Json {
  if (payload === null) return {};
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload);
  } catch {
    throw new TaskFailure('Lambda.InvalidRequestContentException', 'Could not parse request body into json');
  }
}

/** The result of `lambda:invoke`: the function's answer with what the SDK's response carries beside it. */
export function lambdaResponse(
  fiber: Fiber,
  { payload, executedVersion = '$LATEST', statusCode = 200 }: LambdaAnswer,
): Json {
  const body = copyJson(payload);
  const requestId = fiber.random.uuid();
  const contentLength = String(Buffer.byteLength(JSON.stringify(body)));
  const date = new Date(fiber.now()).toUTCString();
  return {
    ExecutedVersion: executedVersion,
    Payload: body,
    SdkHttpMetadata: {
      AllHttpHeaders: {
        Connection: ['keep-alive'],
        'Content-Length': [contentLength],
        'Content-Type': ['application/json'],
        Date: [date],
        'X-Amz-Executed-Version': [executedVersion],
        'x-amzn-Remapped-Content-Length': ['0'],
        'x-amzn-RequestId': [requestId],
      },
      HttpHeaders: {
        Connection: 'keep-alive',
        'Content-Length': contentLength,
        'Content-Type': 'application/json',
        Date: date,
        'X-Amz-Executed-Version': executedVersion,
        'x-amzn-Remapped-Content-Length': '0',
        'x-amzn-RequestId': requestId,
      },
      HttpStatusCode: statusCode,
    },
    SdkResponseMetadata: { RequestId: requestId },
    StatusCode: statusCode,
  };
}
