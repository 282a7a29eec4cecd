import { Hono } from 'hono';
import type { MessageLog } from '../../messages/message-log.ts';

/** Nothing in a letter runs, is fetched or is sent, wherever it is opened, and no other page shows it as its own. */
const headers = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/**
 * The last letter of a notice as a page: for a frame of the console, whose own policy allows no style of a letter's own. It stands
 * before what gives every other answer the console's policy.
 */
export function letterPage({ letters }: Pick<MessageLog, 'letters'>): Hono {
  const app = new Hono();
  app.get('/', (context) => {
    const letter = letters(context.req.query('notificationId') ?? '').at(-1);
    if (letter) return context.html(letter.html, 200, headers);
    return context.text('No letter of this notice went out.', 404, headers);
  });
  return app;
}
