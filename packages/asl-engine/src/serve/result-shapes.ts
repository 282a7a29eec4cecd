import { isJsonObject, type Json } from '../json/json.ts';
import { ApiError } from './api-error.ts';

type Kind = 'a string' | 'a number' | 'an array' | 'an object' | 'any value';

interface Shape {
  readonly required?: readonly string[];
  readonly members: Readonly<Record<string, Kind>>;
}

const consumed = { ConsumedCapacity: 'an object', ItemCollectionMetrics: 'an object' } as const;
const attributes: Shape = { members: { Attributes: 'an object', ...consumed } };

/** What services answer, as Step Functions hands it on (their API references). */
const shapes: Readonly<Record<string, Shape>> = {
  'lambda:invoke': {
    members: {
      ...{ ExecutedVersion: 'a string', FunctionError: 'a string', LogResult: 'a string' },
      ...{ Payload: 'any value', StatusCode: 'a number' },
    },
  },
  'sqs:sendMessage': {
    members: {
      ...{ MD5OfMessageAttributes: 'a string', MD5OfMessageBody: 'a string', MD5OfMessageSystemAttributes: 'a string' },
      ...{ MessageId: 'a string', SequenceNumber: 'a string' },
    },
  },
  'sns:publish': { members: { MessageId: 'a string', SequenceNumber: 'a string' } },
  'dynamodb:getItem': { members: { Item: 'an object', ConsumedCapacity: 'an object' } },
  'dynamodb:putItem': attributes,
  'dynamodb:updateItem': attributes,
  'dynamodb:deleteItem': attributes,
  'events:putEvents': { members: { Entries: 'an array', FailedEntryCount: 'a number' } },
  'states:startExecution': {
    required: ['ExecutionArn', 'StartDate'],
    members: { ExecutionArn: 'a string' },
  },
};

/**
 * Checks a mocked result against what the service answers: STRICT wants required members and right types, PRESENT right types. What a
 * service has besides is let through. Throws ApiError, ValidationException. A service that is not known here is not checked.
 */
export function checkResult(integration: string, result: Json, mode: 'STRICT' | 'PRESENT'): void {
  const shape = Object.hasOwn(shapes, integration) ? shapes[integration] : undefined;
  if (!shape) return;
  if (!isJsonObject(result)) throw invalid('Mock result must be a JSON object');
  const missing = mode === 'STRICT' && shape.required?.find((name) => !Object.hasOwn(result, name));
  if (missing) throw invalid(`Required field '${missing}' is missing`);
  for (const [name, value] of Object.entries(result)) {
    const kind = Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    if (kind !== undefined && !isOf(kind, value)) throw invalid(`Field '${name}' must be ${kind}`);
  }
}

function isOf(kind: Kind, value: Json): boolean {
  switch (kind) {
    case 'a string':
      return typeof value === 'string';
    case 'a number':
      return typeof value === 'number';
    case 'an array':
      return Array.isArray(value);
    case 'an object':
      return isJsonObject(value);
    case 'any value':
      return true;
  }
}

function invalid(what: string): ApiError {
  return new ApiError('ValidationException', `Mock result schema validation error: ${what}`);
}
