import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { ApiContext } from '../api-context.ts';

/** What API Gateway takes from a function (HTTP API, payload format 2.0). */
const resultSchema = z.object({
  statusCode: z.int().check(z.minimum(200), z.maximum(599)),
  headers: z.catchall(z.object({}), z.string()),
  body: z.string(),
  isBase64Encoded: z.optional(z.boolean()),
});

/**
 * The order API on this machine: each route of the synthesized one, answered by its own function, as API Gateway would call it.
 * Nobody is asked who calls: whoever may open a connection to loopback may.
 */
export function orderApiApp({
  workflow: { assembly, runFunction },
  clock,
}: {
  readonly workflow: Pick<ApiContext['workflow'], 'assembly' | 'runFunction'>;
  readonly clock: ApiContext['clock'];
}): Hono {
  const app = new Hono();
  for (const { method, path, lambda } of assembly.orderApi?.routes ?? [])
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
      const result = await runFunction(lambda.name, await eventOf(context, `${method} ${path}`, clock.now()));
      const read = result?.kind === 'returned' ? resultSchema.safeParse(result.payload) : undefined;
      // As API Gateway says of a function that failed.
      if (!read?.success) return context.json({ message: 'Internal Server Error' }, 500);
      const { statusCode, headers, body, isBase64Encoded } = read.data;
      return new Response(isBase64Encoded ? Buffer.from(body, 'base64') : body, { status: statusCode, headers });
    });
  return app;
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
async function eventOf({ req }: Context, routeKey: string, nowMs: number): Promise<object> {
  const body = Buffer.from(await req.arrayBuffer());
  return {
    version: '2.0',
    routeKey,
    rawPath: req.path,
    rawQueryString: new URL(req.url).search.slice(1),
    headers: req.header(),
    pathParameters: req.param(),
    ...(body.length > 0 && { body: body.toString('base64') }),
    isBase64Encoded: body.length > 0,
    requestContext: {
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      http: { method: req.method, path: req.path, protocol: 'HTTP/1.1' },
      time: new Date(nowMs).toISOString(),
      timeEpoch: nowMs,
    },
  };
}
