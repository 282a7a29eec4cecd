import type { Fiber } from '../../execution/fiber.ts';
import { integrationOf } from '../../host/task-host.ts';
import { isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { callHandler } from '../../task/call-handler.ts';
import type { TaskOutcome } from '../../task/race-deadlines.ts';
import { itemReaderFailed } from './item-set.ts';

/** Calls an integration of the host, as `s3:getObject`, for a Map state. Rejects with StateFailure. */
export async function callIntegration(fiber: Fiber, key: string, parameters: Json): Promise<Json> {
  const call = integrationOf(fiber.runtime.host, key);
  if (!call)
    throw itemReaderFailed(`There is no integration '${key}' here: register one in the option 'integrations'.`);
  const resource = `arn:aws:states:::${key}`;
  const outcome = await new Promise<TaskOutcome>((resolve) => {
    callHandler(
      fiber,
      { resource, pattern: 'request', call: (context) => call(parameters, context) },
      {
        settle: resolve,
        holdTimeout: () => () => {}, // A reading has no time-out.
      },
    );
  });
  if (outcome.kind === 'succeeded') return outcome.output;
  throw itemReaderFailed(outcome.kind === 'failed' ? outcome.cause : undefined);
}

/** The text of an object: what the integration `s3:getObject` gives as `Body`, or gives itself. */
export function bodyOf(answer: Json): string {
  const body = isJsonObject(answer) ? answer['Body'] : answer;
  if (typeof body === 'string') return body;
  // A Buffer, as it is written as JSON.
  if (isJsonObject(body) && body['type'] === 'Buffer' && Array.isArray(body['data']))
    return Buffer.from(body['data'] as number[]).toString('utf8');
  throw itemReaderFailed("The integration 's3:getObject' must give an array of items, or the object's text as Body.");
}

/** All that `s3:listObjectsV2` lists, page by page, until there are `most`. */
export async function listObjects(fiber: Fiber, parameters: JsonObject, most: number): Promise<Json[]> {
  const found: Json[] = [];
  let token: Json | undefined;
  do {
    const asked: JsonObject = token === undefined ? parameters : { ...parameters, ContinuationToken: token };
    const page = await callIntegration(fiber, 's3:listObjectsV2', asked);
    if (Array.isArray(page)) return page as Json[];
    const contents = isJsonObject(page) ? page['Contents'] : undefined;
    if (Array.isArray(contents)) found.push(...(contents as readonly Json[]));
    token = isJsonObject(page) ? page['NextContinuationToken'] : undefined;
  } while (token !== undefined && token !== null && found.length < most);
  return found;
}
