import { describe, expect, it } from 'vitest';
import { nextStates } from '../src/composition/next-states.ts';
import { isCancellable, planCancellation } from '../src/composition/plan-cancellation.ts';
import { orderCancellation } from '../src/order-cancellation.ts';
import { orderWorkflow } from '../src/order-workflow.ts';

const plan = planCancellation(orderWorkflow, orderCancellation);
const stateOf = (name: string) => plan.find((state) => state.name === name)!;

describe(planCancellation, () => {
  it('takes the order over, stops its execution, and undoes all in reverse, whatever was reached', () => {
    const way = ['Take Order Over'];
    for (let next = nextStates(stateOf(way[0]!))[0]; next !== undefined; ) {
      way.push(next);
      const state = stateOf(next);
      next = state.kind === 'standing' ? state.otherwise : nextStates(state)[0];
    }
    const undos = orderWorkflow.steps.flatMap(({ undo }) => (undo ? [undo.stateName] : [])).reverse();
    expect(undos).toEqual(expect.arrayContaining(['Cancel Shipment', 'Refund Payment']));
    const done = way.filter((name) => stateOf(name).kind !== 'standing');
    const expected = ['Take Order Over', 'Stop Execution', ...undos, 'Notify Customer'];
    expect(done.slice(0, expected.length)).toEqual(expected);
  });

  it('stops the execution that worked on the order, under a name that no alarm rings for, and says who did', () => {
    expect(stateOf('Stop Execution')).toMatchObject({
      kind: 'stop',
      execution: expect.stringContaining('takeover.worker'),
      error: 'OrderCancelled',
      cause: expect.stringContaining('$states.context.Execution.Id'),
    });
  });

  it('waits where nothing can be stopped, for as long as an execution can last', () => {
    const [, second] = planCancellation(orderWorkflow, orderCancellation, 300);
    const next = orderWorkflow.steps.findLast(({ undo }) => undo)?.undo?.stateName;
    expect(second).toMatchObject({ kind: 'wait', name: 'Wait For Execution', seconds: 300, next });
  });

  it('ends at once where there is nothing to undo, and tells whoever was rejected', () => {
    const takeOver = stateOf('Take Order Over');
    const leads = takeOver.kind === 'stage' ? takeOver.catches.map(({ errors, next }) => [...errors, next]) : [];
    expect(leads).toEqual([
      ['OrderNeverAccepted', 'Notify Customer'],
      ['OrderNotPlaced', 'Nothing To Cancel'],
      ['CancellationRejected', 'Nothing To Cancel'],
      ['NothingToCancel', 'Nothing To Cancel'],
    ]);
  });

  it('has none of the states that do something for the order, and leads nowhere else', () => {
    const names = plan.map(({ name }) => name);
    for (const doing of ['Validate Order', 'Process Payment', 'Await Payment', 'Ship Order'])
      expect(names).not.toContain(doing);
    for (const state of plan) for (const next of nextStates(state)) expect(names).toContain(next);
  });

  it('is there only where orders have owners in a table', () => {
    expect(isCancellable(orderWorkflow)).toBe(true);
    const [first, ...rest] = orderWorkflow.steps;
    const unowned = { ...orderWorkflow, steps: [{ ...first!, stage: { ...first!.stage, access: {} } }, ...rest] };
    expect(isCancellable(unowned)).toBe(false);
  });
});
