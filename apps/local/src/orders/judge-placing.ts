import { attemptSaid, orderContent, outcomes } from '@order-workflow/order-domain';

/** An execution of an order, as far as it matters to whoever places the order again. */
export interface EarlierExecution {
  readonly input: unknown;
  /** Undefined while it runs, and where it failed. */
  readonly outcome: string | undefined;
}

/** What comes of placing an order. */
export type Placing<Earlier> =
  /** It was placed before: this is its execution. */
  | { readonly kind: 'same'; readonly earlier: Earlier }
  /** Another execution begins. Whether the order is its own, the order store says. */
  | { readonly kind: 'next' }
  /** Other content, while an execution has the order: nothing begins. */
  | { readonly kind: 'conflict'; readonly earlier: Earlier };

const nothingHeld: ReadonlySet<string> = new Set([
  ...outcomes.filter((outcome) => outcome !== 'fulfilled'),
  'cancelled',
]);

/** Whether an order or an execution that stands so has ended and left nothing, so that another may follow. */
export function holdsNothing(standing: string | undefined): boolean {
  return standing !== undefined && nothingHeld.has(standing);
}

/**
 * By which execution an order is placed that has these, in the order in which they began: by the rules of the order store.
 * The same content is the same execution, unless the order says another `attempt`; other content is another execution once
 * the last one has ended with nothing held.
 */
export function judgePlacing<Earlier extends EarlierExecution>(
  executions: readonly Earlier[],
  order: unknown,
): Placing<Earlier> {
  const content = orderContent(order);
  const said = attemptSaid(order);
  const same = executions.findLast(
    ({ input }) => orderContent(input) === content && (said === undefined || said === attemptSaid(input)),
  );
  if (same) return { kind: 'same', earlier: same };
  const last = executions.at(-1);
  return !last || holdsNothing(last.outcome) ? { kind: 'next' } : { kind: 'conflict', earlier: last };
}
