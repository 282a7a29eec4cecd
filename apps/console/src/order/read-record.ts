import * as z from 'zod/mini';

const order = z.looseObject({ orderId: z.string() });
const published = z.looseObject({ notificationId: z.string() });
const parked = z.looseObject({ status: z.literal('parked') });
/** By a cancellation: its ARN, or its name. */
const taken = z.looseObject({ worker: z.string() });
const simulated = z.looseObject({ simulated: z.literal(true) });
const record = z.looseObject({
  outcome: z.optional(z.string()),
  order: z.optional(z.unknown()),
  notification: z.optional(z.unknown()),
  takeover: z.optional(z.unknown()),
});

/** What the console reads of a record: the order's id as the input or the output has it, and what became of it. */
export interface RecordFacts {
  readonly orderId?: string;
  /** `fulfilled`, `rejected`, `declined`, `refunded`, `duplicate`, or what another workflow calls its own. */
  readonly outcome?: string;
  /** Of a cancellation, the name of the execution that it stops. */
  readonly worker?: string;
  /** Of the notice to the customer, if one was published. */
  readonly notificationId?: string;
  /** The notice to the customer was parked: nobody was told. */
  readonly notTold?: true;
  /** Keys of the receipts, of whatever stage, that say that what they tell did not really happen. */
  readonly simulated?: readonly string[];
}

/** Reads what it can of an execution's input and of what it left so far, both JSON. */
export function readRecord(input: string | undefined, output: string | undefined): RecordFacts {
  const placed = order.safeParse(parse(input));
  const left = record.safeParse(parse(output));
  const carried = order.safeParse(left.success ? left.data.order : undefined);
  const orderId = placed.success ? placed.data.orderId : carried.success ? carried.data.orderId : undefined;
  const outcome = left.success ? left.data.outcome : undefined;
  const notification = left.success ? left.data.notification : undefined;
  const takeover = taken.safeParse(left.success ? left.data.takeover : undefined);
  const notice = published.safeParse(notification);
  const pretended = Object.entries(left.success ? left.data : {}).filter(
    ([, value]) => simulated.safeParse(value).success,
  );
  return {
    ...(orderId === undefined ? {} : { orderId }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(takeover.success ? { worker: takeover.data.worker.replace(/^.*:/, '') } : {}),
    ...(notice.success ? { notificationId: notice.data.notificationId } : {}),
    ...(parked.safeParse(notification).success ? { notTold: true as const } : {}),
    ...(pretended.length === 0 ? {} : { simulated: pretended.map(([key]) => key) }),
  };
}

function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
