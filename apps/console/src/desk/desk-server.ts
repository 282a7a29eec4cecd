import * as z from 'zod/mini';
import { askServer } from '../api/ask-server.ts';
import { deskEntrySchema } from './desk-entry.ts';

const text = z.string();
const optionalText = z.optional(z.string());
const progress = z.optional(z.looseObject({ done: z.number(), left: z.number() }));
const parkedSchema = z.looseObject({
  ...{ messageId: text, orderId: optionalText, outcome: text, parkedAt: text, reason: text },
});
export type ParkedNotice = z.infer<typeof parkedSchema>;

const homeSchema = z.looseObject({
  ...{ now: z.number(), running: z.number(), progress },
  needs: z.array(z.looseObject({ state: z.nullable(text), count: z.number(), oldest: z.array(deskEntrySchema) })),
  waiting: z.looseObject({ count: z.number(), oldest: z.array(deskEntrySchema) }),
  today: z.array(
    z.looseObject({
      of: z.enum(['orders', 'cancellations']),
      status: text,
      outcome: z.nullable(text),
      count: z.number(),
    }),
  ),
  parked: z.array(parkedSchema),
});
export type DeskHome = z.infer<typeof homeSchema>;

const moneySchema = z.looseObject({
  ...{ known: z.boolean(), held: z.optional(z.array(text)), underWay: z.optional(z.array(text)) },
  charges: z.optional(
    z.array(
      z.looseObject({
        ...{ chargeId: text, key: text, orderId: optionalText, amount: text },
        seenTo: z.enum(['under-way', 'person', 'nobody']),
      }),
    ),
  ),
});
export type LooseMoney = z.infer<typeof moneySchema>;

const pageSchema = z.looseObject({
  ...{ hits: z.array(deskEntrySchema), total: z.number(), progress },
  counts: z.array(
    z.looseObject({ status: text, outcome: z.nullable(text), state: z.nullable(text), count: z.number() }),
  ),
});
export type DeskPage = z.infer<typeof pageSchema>;

const bookLine = z.looseObject({
  ...{ at: text, kind: z.enum(['call', 'effect']), what: text, key: text, answer: optionalText },
});
export type BookLine = z.infer<typeof bookLine>;

const tone = z.enum(['idle', 'run', 'good', 'warn', 'bad']);
const orderSchema = z.looseObject({
  ...{ orderId: text, placed: z.record(z.string(), z.unknown()), executions: z.array(deskEntrySchema) },
  lines: z.array(z.looseObject({ sku: text, title: text, quantity: z.number(), price: text })),
  money: z.optional(z.looseObject({ charged: text, refunded: text, held: text })),
  verdict: z.optional(z.looseObject({ tone, words: text })),
  ...{ gateway: z.array(bookLine), carrier: z.array(bookLine), parked: z.array(parkedSchema) },
  messages: z.array(z.looseObject({ subject: text, text, attributes: z.record(z.string(), z.string()) })),
  letters: z.array(z.looseObject({ notificationId: text, to: text, subject: text, sentAt: text })),
  timeline: z.array(z.looseObject({ at: z.number(), words: text, by: text, tone })),
});
export type DeskOrder = z.infer<typeof orderSchema>;

const productSchema = z.looseObject({
  ...{ sku: text, left: z.number(), held: z.number(), sold: z.number(), more: z.number() },
  holds: z.array(
    z.looseObject({
      ...{ orderId: text, attempt: z.number(), quantity: z.number(), since: z.number() },
      standing: z.enum(['goes-on', 'ended']),
    }),
  ),
});
export type StockedProduct = z.infer<typeof productSchema>;
const stockSchema = z.looseObject({ known: z.boolean(), products: z.optional(z.array(productSchema)) });

const replayedSchema = z.looseObject({
  replayed: z.array(
    z.looseObject({
      ...{ orderId: optionalText, published: z.boolean(), outdated: z.optional(z.boolean()), reason: optionalText },
    }),
  ),
});

/** The desk of a server that runs on a laptop. Each throws Refusal or Unreachable. */
export const deskServer = {
  /** `since`: the reader's midnight, in milliseconds since the epoch. */
  home: (since: number, signal?: AbortSignal) =>
    ask(`home?${new URLSearchParams({ since: String(since) })}`, homeSchema, signal),
  money: (signal?: AbortSignal) => ask('money', moneySchema, signal),
  search: (parameters: URLSearchParams, signal?: AbortSignal) => ask(`search?${parameters}`, pageSchema, signal),
  /** Known only where the workflow holds stock. */
  stock: (signal?: AbortSignal) => ask('stock', stockSchema, signal),
  order: (id: string, signal?: AbortSignal) => ask(`order?${new URLSearchParams({ id })}`, orderSchema, signal),

  /** Publishes notices that wait. */
  replay: (messageIds: readonly string[]) =>
    askServer({
      ...{ what: 'Replay', path: '/_local/desk/replay', answer: replayedSchema },
      request: {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
        body: JSON.stringify({ messageIds }),
      },
    }),
} as const;

function ask<Schema extends z.ZodMiniType>(path: string, answer: Schema, signal?: AbortSignal) {
  return askServer({ what: path, path: `/_local/desk/${path}`, answer, signal });
}
