import { describe, expect, it } from 'vitest';
import { orderWorkflow } from '../src/order-workflow.ts';
import { definition } from './synthesized.ts';

/** Mistakes of other order workflows that must not be ours: docs/defects.md. */

interface Task {
  readonly Type: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Default?: string;
  readonly TimeoutSeconds?: number;
  readonly Choices?: readonly { readonly Next: string }[];
  readonly Retry?: readonly { readonly MaxAttempts: number }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
}

const states: Readonly<Record<string, Task>> = definition.States;
const tasks = Object.entries(states).filter(([, { Type }]) => Type === 'Task');
const state = (name: string): Task => states[name] ?? { Type: 'missing' };

/** All that may be entered next, by whatever way. */
function after(name: string): string[] {
  const { Next, Default, Choices = [], Catch = [] } = state(name);
  return [Next, Default, ...[...Choices, ...Catch].map((way) => way.Next)].filter((next) => next !== undefined);
}

/** Whether one that starts here can come there. */
function reaches(from: string, to: string): boolean {
  return from === to || after(from).some((next) => reaches(next, to));
}

/** Whether the customer can be told when one starts here, without one of these states. */
function reachesNotice(from: string, without: readonly string[]): boolean {
  if (without.includes(from)) return false;
  return from === 'Notify Customer' || after(from).some((next) => reachesNotice(next, without));
}

describe('what fails after the charge', () => {
  it.each([
    ['Process Payment', 'Refund Payment'],
    ['Ship Order', 'Cancel Shipment'],
  ])('is caught at %s by any name, a time-out too, and not only by its own errors', (name, undo) => {
    expect(state(name).Catch?.at(-1)).toMatchObject({ ErrorEquals: ['States.ALL'], Next: undo });
  });

  it('leads an order that is paid and not shipped through Refund Payment, or to a parcel that stands', () => {
    const ways = state('Ship Order').Catch?.map(({ Next }) => Next) ?? [];
    expect(ways).toHaveLength(2);
    for (const way of ways) expect(reachesNotice(way, ['Refund Payment', 'Shipment Stands?'])).toBe(false);
    // The undos of stages that a team has put in between come first.
    const { Default: back = '' } = state('Shipment Stands?');
    expect(reachesNotice(back, ['Refund Payment'])).toBe(false);
  });

  it('does not skip the refund when the cancellation fails: no undo has a Catch', () => {
    for (const name of ['Cancel Shipment', 'Await Refund']) expect(state(name).Catch).toBeUndefined();
    expect(after('Cancel Shipment')).toEqual(['Shipment Stands?']);
  });

  it('is undone by states of the machine and not in a comment', () => {
    const undos = orderWorkflow.steps.flatMap(({ undo }) => (undo ? [undo.stateName] : []));
    expect(undos).toEqual(expect.arrayContaining(['Refund Payment', 'Cancel Shipment']));
    for (const undo of undos) {
      expect(state(undo).Resource).toContain('lambda:invoke');
      expect(Object.keys(states).some((name) => after(name).includes(undo))).toBe(true);
    }
  });
});

describe('the workflow', () => {
  it('checks the stock before it charges', () => {
    expect(definition.StartAt).toBe('Validate Order');
    for (const { Next } of state('Validate Order').Catch ?? []) expect(reaches(Next, 'Process Payment')).toBe(false);
    for (const name of Object.keys(states).filter((before) => after(before).includes('Process Payment')))
      expect(state(name).Next).toBe('Process Payment');
  });

  it('waits for no callback that may never come, and gives every task a time-out', () => {
    for (const [, { Resource, TimeoutSeconds }] of tasks) {
      expect(Resource).not.toContain('waitForTaskToken');
      expect(TimeoutSeconds).toBeGreaterThan(0);
    }
  });

  it('makes no task token, so none can reach a customer in a link', () => {
    expect(JSON.stringify(definition)).not.toMatch(/Task\.Token|TaskToken/i);
  });

  it('tells the customer last and gives a notice up in the end, so no business step waits for a message', () => {
    expect(after('Notify Customer')).toEqual(['Order Already Placed', 'Park Notice']);
    expect(after('Order Already Placed')).toEqual([]);
    expect(after('Park Notice')).toEqual([]);
    for (const name of ['Notify Customer', 'Park Notice'])
      expect(state(name).Retry?.[0]?.MaxAttempts).toBeLessThanOrEqual(30);
  });
});
