import { describe, expect, it } from 'vitest';
import { readOrderFlow } from '../../test/read-fixture.ts';
import { flowEnd, flowStart } from './flow.ts';
import { readFlow } from './read-flow.ts';

function ways(definition: object): readonly string[] {
  return readFlow(JSON.stringify(definition)).edges.map(({ from, to, kind, label }) =>
    [from, kind, to, label].join(' | ').replaceAll('\n', ''),
  );
}

describe(readFlow, () => {
  it('orders states as an execution can reach them', () => {
    expect(readOrderFlow().states.map(({ name }) => name)).toEqual([
      'Validate Order',
      'Process Payment',
      'Await Payment',
      'Ship Order',
      'Cancel Shipment',
      'Shipment Stands?',
      'Refund Payment',
      'Announce Refund',
      'Await Refund',
      'Notify Customer',
      'Park Notice',
      'Order Already Placed',
    ]);
  });

  it('finds every way of the order workflow, with what leads along it', () => {
    const found = readOrderFlow().edges.map(({ from, to, label }) =>
      `${from} → ${to} ${label}`.replaceAll('\n', '').trim(),
    );
    expect(found.toSorted()).toEqual([
      'Announce Refund → Await Refund',
      'Announce Refund → Await Refund any error',
      'Await Payment → Notify Customer PaymentDeclined',
      'Await Payment → Refund Payment any other error',
      'Await Payment → Ship Order',
      'Await Refund → Notify Customer',
      'Cancel Shipment → Shipment Stands?',
      'Notify Customer → Order Already Placed OrderNotOwned',
      'Notify Customer → Park Notice any other error',
      'Notify Customer → end',
      'Order Already Placed → end',
      'Park Notice → end',
      'Process Payment → Await Payment PaymentPending',
      'Process Payment → Notify Customer PaymentDeclined',
      'Process Payment → Refund Payment any other error',
      'Process Payment → Ship Order',
      'Refund Payment → Announce Refund RefundUnsettled',
      'Refund Payment → Notify Customer',
      'Ship Order → Cancel Shipment any other error',
      'Ship Order → Notify Customer',
      'Ship Order → Refund Payment ShipmentRefused',
      'Shipment Stands? → Notify Customer yes',
      'Shipment Stands? → Refund Payment no',
      'Validate Order → Notify Customer OrderRejected',
      'Validate Order → Order Already Placed OrderAlreadyPlaced',
      'Validate Order → Process Payment',
      'start → Validate Order',
    ]);
  });

  it('makes one way of rules and catchers that lead to the same state', () => {
    const Catch = [
      { ErrorEquals: ['A', 'B'], Next: 'End' },
      { ErrorEquals: ['States.ALL'], Next: 'End' },
    ];
    const Choices = [{ Next: 'Work' }, { Next: 'End' }, { Next: 'Work' }];
    const States = {
      Which: { Type: 'Choice', Choices, Default: 'End' },
      Work: { Type: 'Task', Catch, End: true },
      End: { Type: 'Succeed' },
    };
    expect(ways({ StartAt: 'Which', States })).toEqual([
      'start | next | Which | ',
      'Which | choice | Work | rule 1, rule 3',
      'Which | choice | End | rule 2, otherwise',
      'Work | next | end | ',
      'Work | catch | End | A, B, any other error',
      'End | next | end | ',
    ]);
  });

  it('names no way twice', () => {
    const ids = readOrderFlow().edges.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps loops and states that nothing leads to', () => {
    const States = {
      Lost: { Type: 'Pass', End: true },
      Wait: { Type: 'Wait', Seconds: 1, Next: 'Ask' },
      Ask: { Type: 'Choice', Choices: [{ Next: 'Wait' }], Default: 'Done' },
      Done: { Type: 'Succeed' },
    };
    const { states, edges } = readFlow(JSON.stringify({ StartAt: 'Wait', States }));
    expect(states.map(({ name }) => name)).toEqual(['Wait', 'Ask', 'Done', 'Lost']);
    expect(edges.some(({ from, to }) => from === 'Ask' && to === 'Wait')).toBe(true);
    expect(edges.filter(({ from }) => from === flowStart).map(({ to }) => to)).toEqual(['Wait']);
    expect(edges.some(({ from, to }) => from === 'Done' && to === flowEnd)).toBe(true);
  });

  it('refuses what is no definition', () => {
    expect(() => readFlow('{"States":{}}')).toThrow(/StartAt/);
  });
});
