import { describe, expect, it } from 'vitest';
import { planWorkflow } from '../src/composition/plan.ts';
import { planCancellation } from '../src/composition/plan-cancellation.ts';
import { pathsOf } from '../src/cost/paths.ts';
import { orderCancellation } from '../src/order-cancellation.ts';
import { places, withGifts } from './gifts-at-any-place.ts';
import { type Ended, everyWay, runnable } from './go-every-way.ts';

/**
 * Every way that an execution can go, by the engine, through the synthesized definitions with a stage at each place: each stage does its
 * work, rejects the order, or fails so that nobody knows whether it did; each undo undoes, or finds that the effect stands. No state is
 * entered twice, and no order ends with money or a parcel that its outcome does not say.
 */

/** What must never be: said with the way that led there. */
function wrong({ way, states, held, status, output }: Ended): readonly string[] {
  const paid = held.includes('payment');
  const shipped = held.includes('shipment');
  const twice = states.find((state, at) => states.indexOf(state) !== at);
  const fulfilled = output?.outcome === 'fulfilled';
  return [
    ...(twice === undefined ? [] : [`${way}: enters ${twice} twice`]),
    ...(status !== 'SUCCEEDED' && held.length > 0 ? [`${way}: ends as ${status} and holds ${held}`] : []),
    ...(status === 'SUCCEEDED' && fulfilled && !(paid && shipped) ? [`${way}: is fulfilled and holds ${held}`] : []),
    ...(status === 'SUCCEEDED' && !fulfilled && held.length > 0
      ? [`${way}: is ${output?.outcome}, holds ${held}`]
      : []),
  ];
}

describe.each(places)('with a stage between $between (with an undo: $undone)', (place) => {
  const workflow = withGifts(place);

  it('no execution goes round, and each order ends fulfilled or with nothing held', async () => {
    const ended = await everyWay(runnable(workflow, 'orders'), planWorkflow(workflow), workflow);
    expect(ended.flatMap(wrong).slice(0, 3)).toEqual([]);
    const fulfilled = ended.filter(({ output }) => output?.outcome === 'fulfilled');
    const failed = new Set(fulfilled.map(({ output }) => output?.failure?.stage));
    expect(failed).toEqual(new Set([undefined, 'shipment', ...(place.index === 3 ? ['gifts'] : [])]));
    // Whatever the customer is not told of was done, also behind a parcel that turned out to stand.
    for (const { states } of fulfilled) expect(states).toContain('Gifts It');
  });

  it('what orders cost is said of these ways, and of no other: none that a choice rules out', async () => {
    const machine = runnable(workflow, 'orders');
    const ended = await everyWay(machine, planWorkflow(workflow), workflow);
    const gone = ended.flatMap(({ status, states }) => (status === 'SUCCEEDED' ? [states.join(', ')] : []));
    // Of notices that do not go out every way ends as without; here all go out.
    const told = pathsOf(machine).filter(({ turns }) => !turns.some((turn) => /at (Notify|Announce)/.test(turn)));
    // What the first stage rejects for other reasons than one is not tried.
    const listed = told.map(({ states }) => states.join(', ')).filter((way) => !way.endsWith('Order Already Placed'));
    expect(new Set(listed)).toEqual(new Set(gone));
  });

  it('nor does a cancellation, which begins nothing, and ends with nothing held or as far as the parcel that stands', async () => {
    const plan = planCancellation(workflow, orderCancellation);
    const all = workflow.steps.flatMap(({ stage, undo }) => (undo ? [stage.key] : []));
    const ended = await everyWay(runnable(workflow, 'cancellation'), plan, workflow, all);
    expect(ended.flatMap(wrong).slice(0, 3)).toEqual([]);
    expect(new Set(ended.map(({ output }) => output?.outcome))).toEqual(new Set(['cancelled', 'fulfilled']));
    const doing = workflow.steps.map(({ stage }) => stage.stateName);
    expect(plan.filter(({ name }) => doing.includes(name))).toEqual([]);
  });
});
