/** How an order ended, without what differs from one run to the next: ids and instants are masked, not left out. */
export interface ComparableEnd {
  readonly status: string;
  readonly outcome?: unknown;
  /** The record at the end; undefined when the execution failed. */
  readonly record?: unknown;
  /** Why the execution failed. */
  readonly error?: string;
  readonly message?: string;
}

/** What both ways of running an order tell about its end. */
export interface ReportedEnd {
  readonly status: string;
  readonly output?: unknown;
  readonly error?: string | null;
  readonly cause?: string | null;
}

const ids = new Set(['chargeId', 'refundId', 'shipmentId', 'trackingNumber', 'carrier', 'messageId', 'notificationId']);

/** Makes ends comparable. */
export function comparableEnd({ status, output, error, cause }: ReportedEnd): ComparableEnd {
  if (status !== 'SUCCEEDED') return { status, error: error ?? '', message: messageOf(cause ?? '') };
  const record = masked(output);
  return { status, outcome: (record as { outcome?: unknown }).outcome, record };
}

function masked(value: unknown, key = ''): unknown {
  if (ids.has(key)) return '<id>';
  if (/At$|^estimatedDelivery$/.test(key)) return '<instant>';
  if (key === 'cause') return messageOf(String(value));
  if (Array.isArray(value)) return value.map((item) => masked(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, masked(item, name)]));
}

/**
 * A function's own message in the cause of a failure: the stack beside it names files of the machine. MiniStack wraps
 * the cause of a failed execution once more, as the error output.
 */
function messageOf(cause: string): string {
  try {
    const { errorMessage, Cause } = JSON.parse(cause);
    return errorMessage ?? (Cause === undefined ? cause : messageOf(Cause));
  } catch {
    return cause;
  }
}
