import * as z from 'zod/mini';

const order = z.looseObject({ orderId: z.string() });
const notification = z.looseObject({ notificationId: z.string() });
const record = z.looseObject({
  outcome: z.optional(z.string()),
  order: z.optional(z.unknown()),
  notification: z.optional(z.unknown()),
});

/** What the console reads of a record: the order's id as the input or the output has it, and the outcome. */
export interface RecordFacts {
  readonly orderId?: string;
  /** `fulfilled`, `rejected`, `declined`, `refunded`, or what another workflow calls its own. */
  readonly outcome?: string;
  /** Of the notice to the customer, if one was published. */
  readonly notificationId?: string;
}

/** Reads what it can of an execution's input and output, both JSON. */
export function readRecord(input: string | undefined, output: string | undefined): RecordFacts {
  const placed = order.safeParse(parse(input));
  const left = record.safeParse(parse(output));
  const carried = order.safeParse(left.success ? left.data.order : undefined);
  const orderId = placed.success ? placed.data.orderId : carried.success ? carried.data.orderId : undefined;
  const outcome = left.success ? left.data.outcome : undefined;
  const notice = notification.safeParse(left.success ? left.data.notification : undefined);
  return {
    ...(orderId === undefined ? {} : { orderId }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(notice.success ? { notificationId: notice.data.notificationId } : {}),
  };
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
