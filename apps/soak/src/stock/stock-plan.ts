import fc from 'fast-check';
import type { Ambush } from '../ambush.ts';
import type { OrderCase } from '../order-case.ts';
import { type OrderPlan, orderPlans } from '../order-plan.ts';

/** So many that nobody goes short. */
const plenty = 10_000;
const mostOrders = 3;

/** What of a schedule is about stock. */
interface WithOrders {
  readonly orders: readonly OrderPlan[];
  readonly ambushes: readonly Ambush[];
}

/** What several orders want of one shelf at once. */
interface Rivalry {
  readonly items: OrderCase['items'];
  /** Pieces of each product. */
  readonly pieces: number;
  readonly rivals: readonly OrderPlan[];
  /** Whether the first order waits three days for its transfer, and keeps its pieces all the while. */
  readonly firstWaits: boolean;
}

const [cup, scale] = [
  { sku: 'SKU001', quantity: 1 },
  { sku: 'SKU007', quantity: 1 },
];

const rivalries: fc.Arbitrary<Rivalry> = fc.record({
  items: fc.constantFrom([cup], [cup], [cup, scale], [{ ...cup, quantity: 2 }]),
  pieces: fc.integer({ min: 1, max: 3 }),
  rivals: fc.array(orderPlans, { minLength: 1, maxLength: mostOrders - 1 }),
  firstWaits: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

/** Schedules of a workflow that holds stock: of plenty, of few pieces, and of orders that want the same last ones. */
export function withStock<Schedule extends WithOrders>(
  schedules: fc.Arbitrary<Schedule>,
): fc.Arbitrary<Schedule & { readonly pieces: number }> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.tuple(schedules, fc.constant(plenty)).map(([one, pieces]) => ({ ...one, pieces })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(schedules, fc.integer({ min: 0, max: 20 }))
        .map(([one, pieces]) => ({ ...one, pieces: needsPlenty(one) ? plenty : pieces })),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(schedules, rivalries)
        .map(([one, rivalry]) => (needsPlenty(one) ? { ...one, pieces: plenty } : contended(one, rivalry))),
    },
  );
}

const atStock: ReadonlySet<string> = new Set(['Validate Order', 'Reserve Stock', 'Release Stock']);

/** Who lies in ambush behind the stock waits for an order that comes there. */
const needsPlenty = ({ ambushes: [first] }: WithOrders) => first !== undefined && !atStock.has(first.state);

function contended<Schedule extends WithOrders>(
  schedule: Schedule,
  { items, pieces, rivals, firstWaits }: Rivalry,
): Schedule & { readonly pieces: number } {
  const orders = [...schedule.orders, ...rivals].slice(0, mostOrders).map((plan, index) => ({
    ...plan,
    contents: plan.contents.map((content) => ({
      ...content,
      items,
      ...(firstWaits && index === 0 && { flaw: undefined, waits: 'transfer' as const }),
    })),
  }));
  return { ...schedule, orders, pieces };
}
