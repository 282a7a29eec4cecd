import type { Order } from '@order-workflow/order-domain';
import fc from 'fast-check';
import { type CancelPlan, cancelLists, cancelPlans } from './cancel-plan.ts';
import { type OrderCase, orderCases, orderOf } from './order-case.ts';

/** What the shop sends to have an order: each message starts an execution of its own, under whatever name. */
export interface Message {
  /** Comes at the so-many-th invocation of a function, or, when all is quiet before, then. */
  readonly at: number;
  /** Which of the order's contents it has: one that came before makes it a replay. */
  readonly content: number;
  /** The attempt that it says aloud. */
  readonly attempt?: number | undefined;
  /** Whether it is stamped with its own number, which no other copy has. */
  readonly stamped: boolean;
}

/** An order, and all that is ever sent of it. */
export interface OrderPlan {
  readonly contents: readonly OrderCase[];
  /** The first comes at once. None of an order that is cancelled and never comes. */
  readonly messages: readonly Message[];
  readonly cancels: readonly CancelPlan[];
}

/** What a message holds, as JSON. */
export function messageOf({ contents, messages }: OrderPlan, index: number, orderId: string): Order {
  const { content, attempt, stamped } = messages[index] as Message;
  return {
    ...orderOf(contents[content % contents.length] as OrderCase, orderId),
    ...(attempt !== undefined && { attempt }),
    ...(stamped && { attributes: { message: String(index) } }),
  } as Order;
}

/** The same customer who tries again: with another way to pay, another address, or the right one. */
const otherContents = (first: OrderCase): fc.Arbitrary<OrderCase> =>
  fc.oneof(
    fc.constantFrom('CreditCard' as const, 'DebitCard' as const).map((paymentMethod) => ({
      ...first,
      paymentMethod,
      flaw: undefined,
    })),
    fc.constantFrom('declined' as const, 'refused' as const, 'invalid' as const).map((flaw) => ({ ...first, flaw })),
    orderCases.map((other) => ({ ...other, flaw: undefined })),
  );

const contents = orderCases.chain((first) =>
  fc.array(otherContents(first), { maxLength: 2 }).map((others) => [first, ...others]),
);

const message: fc.Arbitrary<Message> = fc.record({
  at: fc.integer({ min: 1, max: 24 }),
  content: fc.nat({ max: 2 }),
  attempt: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 4 }),
  stamped: fc.boolean(),
});

/** One message as a rule; two or three often, and four now and then. */
const later = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: fc.array(message, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(message, { minLength: 2, maxLength: 3 }) },
);

/** What goes wrong with the first message, so that the later ones have something to do. */
const firstFlaw = fc.constantFrom('declined' as const, 'refused' as const, 'invalid' as const, undefined);

const placed: fc.Arbitrary<OrderPlan> = fc
  .tuple(contents, firstFlaw, fc.boolean(), later, cancelLists)
  .map(([[first, ...others], flaw, stamped, messages, cancels]) => ({
    contents: [messages.length > 0 && flaw ? { ...(first as OrderCase), flaw } : (first as OrderCase), ...others],
    messages: [{ at: 0, content: 0, stamped }, ...messages],
    cancels,
  }));

const neverPlaced: fc.Arbitrary<OrderPlan> = fc
  .array(cancelPlans, { minLength: 1, maxLength: 2 })
  .map((cancels) => ({ contents: [], messages: [], cancels }));

export const orderPlans: fc.Arbitrary<OrderPlan> = fc.oneof(
  { weight: 60, arbitrary: placed },
  { weight: 1, arbitrary: neverPlaced },
);
