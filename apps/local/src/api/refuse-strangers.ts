import type { MiddlewareHandler } from 'hono';

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/**
 * Turns away what a browser sends for somebody else's page: a name that was made to point here (DNS rebinding), or a
 * page of another origin.
 */
export const refuseStrangers: MiddlewareHandler = async (context, next) => {
  const { host = '', origin } = context.req.header();
  if (!loopback.test(host))
    return context.json(refusal('Host: expected a loopback address, as 127.0.0.1 or localhost'), 403);
  if (origin !== undefined && origin !== `http://${host}`)
    return context.json(refusal('Origin: pages of another origin are not answered, expected none or this one'), 403);
  return next();
};

function refusal(message: string): object {
  return { __type: 'AccessDeniedException', message };
}
