import { isJsonObject, type Json } from '../json/json.ts';
import { activityOperations } from './activities.ts';
import { ApiError } from './api-error.ts';
import { executionOperations } from './executions.ts';
import { mapRunOperations } from './map-runs.ts';
import type { CallOrigin, Operation } from './operation.ts';
import { RequestFields } from './request-fields.ts';
import { stateMachineOperations } from './state-machines.ts';
import { tagOperations } from './tags.ts';
import { testStateOperations } from './test-state.ts';
import { validationOperations } from './validate.ts';
import { versionOperations } from './versions.ts';
import type { World } from './world.ts';

/** All operations of the API, by name. */
export const operations: Readonly<Record<string, Operation>> = {
  ...stateMachineOperations,
  ...versionOperations,
  ...executionOperations,
  ...activityOperations,
  ...mapRunOperations,
  ...tagOperations,
  ...validationOperations,
  ...testStateOperations,
};

const prefix = 'AWSStepFunctions.';

/** A call as it came over the wire (AWS JSON 1.0). */
export interface Call extends CallOrigin {
  /** The header `X-Amz-Target`. */
  readonly target: string | undefined;
  readonly body: string;
}

/** What is answered: the status, and the body as JSON text. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The error's name. */
  readonly error?: string;
}

/** Answers a call of the API. It never throws. */
export async function answerCall(world: World, { target, body, ...origin }: Call): Promise<Answer> {
  try {
    const name = target?.startsWith(prefix) ? target.slice(prefix.length) : '';
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (!operation)
      throw new ApiError('UnknownOperationException', `'${target ?? ''}' is no operation that is answered here`);
    return { status: 200, body: protocolJson(await operation(new RequestFields(parse(body)), world, origin)) };
  } catch (problem) {
    if (problem instanceof ApiError) {
      const { code, message, details } = problem;
      return {
        status: 400,
        body: JSON.stringify({ __type: code, ...messageOf(code, message), ...details }),
        error: code,
      };
    }
    console.error(problem);
    return {
      status: 500,
      body: JSON.stringify({ __type: 'InternalFailure', message: String(problem) }),
      error: 'InternalFailure',
    };
  }
}

// The layer that reads the body writes it otherwise than the service (recorded).
function messageOf(code: string, text: string): object {
  return code === 'SerializationException' ? { Message: text } : { message: text };
}

function parse(body: string): { readonly [name: string]: Json } {
  let value: Json;
  try {
    value = body === '' ? {} : JSON.parse(body);
  } catch {
    throw new ApiError('SerializationException', 'The body is not JSON');
  }
  if (isJsonObject(value)) return value;
  throw new ApiError('SerializationException', 'The body is not a JSON object');
}

// Dates in seconds since the epoch, with milliseconds as a fraction.
function protocolJson(value: object): string {
  return JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, written) {
    const original = this[key];
    return original instanceof Date ? original.getTime() / 1000 : written;
  });
}
