import * as z from 'zod/mini';

const texts = z.catchall(z.object({}), z.string());

/**
 * What API Gateway gives a function for a request (HTTP API, payload format 2.0:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html), as far as it is read.
 */
const eventSchema = z.object({
  version: z.literal('2.0'),
  rawQueryString: z.optional(z.string()),
  headers: z.optional(texts),
  // Absent where there are none; some that stand for API Gateway give null.
  pathParameters: z.nullish(texts),
  body: z.optional(z.string()),
  isBase64Encoded: z.optional(z.boolean()),
  requestContext: z.object({ requestId: z.optional(z.string()), timeEpoch: z.optional(z.number()) }),
});

/** A request as an operation reads it. */
export interface ApiRequest {
  /** By names in small letters; what came several times is joined by commas. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** What stands behind the `?`, as it came. */
  readonly query: string;
  /** What stands in the path's places, decoded. */
  readonly path: Readonly<Record<string, string | undefined>>;
  /** The body as it came; empty where there was none. */
  readonly body: Uint8Array;
  /** By what the log and API Gateway know this request. */
  readonly requestId: string | undefined;
  /** When it came, in milliseconds since the epoch, by the clock of whoever took it in. */
  readonly receivedAtMs: number | undefined;
}

/** @throws TypeError when this is no event of an HTTP API: a defect of the deployment, never of the request */
export function readApiEvent(event: unknown): ApiRequest {
  const read = eventSchema.safeParse(event);
  if (!read.success) throw new TypeError('this is no event of an HTTP API with payload format 2.0');
  const { rawQueryString = '', headers = {}, pathParameters, body = '', isBase64Encoded, requestContext } = read.data;
  return {
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    query: rawQueryString,
    path: pathParameters ?? {},
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
    requestId: requestContext.requestId,
    receivedAtMs: requestContext.timeEpoch,
  };
}
