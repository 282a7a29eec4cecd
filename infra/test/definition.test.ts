import type { StageFacts } from '@order-workflow/stage-kit';
import { describe, expect, it } from 'vitest';
import { planWorkflow } from '../src/composition/plan.ts';
import { orderWorkflow } from '../src/order-workflow.ts';
import { longestRun } from '../src/policy/longest-run.ts';
import { timeLimits } from '../src/policy/time-limits.ts';
import { cancelling, definition } from './synthesized.ts';

interface Task {
  readonly Type: string;
  readonly Next?: string;
  readonly TimeoutSeconds?: number;
  readonly Retry?: readonly {
    ErrorEquals: string[];
    MaxDelaySeconds: number;
    JitterStrategy: string;
    MaxAttempts: number;
  }[];
  readonly Catch?: readonly { ErrorEquals: string[]; Next: string }[];
}

const states = Object.entries(definition.States) as [string, Task][];
const tasks = states.filter(([, { Type }]) => Type === 'Task');
const plan = planWorkflow(orderWorkflow);
const awaited = orderWorkflow.steps.flatMap(({ undo }) => (undo?.awaits ? [{ ...undo, awaits: undo.awaits }] : []));

describe('the synthesized definition', () => {
  it('takes an order that goes well through its stages and no state besides, since each costs', () => {
    const entered: string[] = [];
    for (let name: string | undefined = definition.StartAt; name; name = definition.States[name]?.Next)
      entered.push(name);
    const { steps, notice } = orderWorkflow;
    expect(entered).toEqual([...steps.map(({ stage }) => stage.stateName), notice.stateName]);
  });

  it.each(tasks)('gives %s a time-out and one Retry with a cap, whose waits no jitter shortens', (_, task) => {
    expect(task.TimeoutSeconds).toBeGreaterThan(0);
    expect(task.Retry).toHaveLength(1);
    expect(task.Retry?.[0]).toMatchObject({ JitterStrategy: 'NONE', MaxDelaySeconds: expect.any(Number) });
  });

  it.each(tasks.filter(([name]) => name !== 'Park Notice'))(
    'retries %s when Lambda throttles or the function dies',
    (_, task) => {
      expect(task.Retry?.[0]?.ErrorEquals).toEqual(
        expect.arrayContaining([
          'Lambda.TooManyRequestsException',
          'Lambda.ServiceException',
          'Lambda.Unknown',
          'Runtime.ExitError',
          'States.Timeout',
        ]),
      );
    },
  );

  it('never retries a rejection, and retries every fault that its manifest declares and that can strike there', () => {
    for (const planned of plan) {
      if (planned.kind !== 'stage') continue;
      const retried = (definition.States[planned.name] as Task).Retry?.[0]?.ErrorEquals;
      for (const { errorName } of planned.stage.rejections) expect(retried).not.toContain(errorName);
      const { faults, awaits, ofEnds, stateName } = planned.stage;
      // What is awaited is caught at once; and where an end is only announced, nothing of ends can go wrong.
      const left = planned.name === stateName ? awaits?.fault : ofEnds;
      for (const { errorName } of faults)
        if (errorName !== left?.errorName) expect(retried).toContain(errorName);
        else expect(retried).not.toContain(errorName);
    }
  });

  it.each(['Cancel Shipment', 'Await Refund', 'Park Notice'])('never skips %s: it has no Catch', (name) => {
    expect(definition.States[name]?.Catch).toBeUndefined();
  });

  it.each(awaited)('never skips $stateName: what it catches leads by every way to where it is waited for', (undo) => {
    const { Catch = [] } = definition.States[undo.stateName] as Task;
    expect(Catch.map(({ ErrorEquals }) => ErrorEquals)).toEqual([[undo.awaits.fault.errorName]]);
    const next = Catch[0]!.Next;
    const announcing = definition.States[next] as Task;
    const ways = [announcing.Next, ...(announcing.Catch ?? []).map((way) => way.Next)];
    if (next !== undo.awaits.stateName) expect(ways).toEqual([undo.awaits.stateName, undo.awaits.stateName]);
  });

  it('says at no state but those that announce an undo that the end is only announced, in both machines', () => {
    const { steps } = orderWorkflow;
    const mayEndOtherwise = ({ key }: StageFacts) =>
      steps.slice(0, steps.findIndex(({ undo }) => undo?.key === key) + 1).some(({ undo }) => undo?.mayStand);
    const settled = awaited.filter((undo) => !mayEndOtherwise(undo));
    const expected = settled.flatMap(({ awaits }) => awaits.announcedIn ?? []);
    for (const { States } of [definition, cancelling]) {
      const announcing = Object.keys(States).filter((name) => JSON.stringify(States[name]).includes('announcing'));
      expect(announcing.toSorted()).toEqual(expected.toSorted());
    }
  });

  it('keeps trying an undo for a fortnight, and a paid order for hours', () => {
    const attempts = (name: string) => (definition.States[name] as Task).Retry?.[0]?.MaxAttempts;
    for (const name of ['Cancel Shipment', 'Refund Payment']) expect(attempts(name)).toBeGreaterThanOrEqual(1350);
    expect(attempts('Ship Order')).toBeGreaterThanOrEqual(30);
  });

  it('has a time-out of its own that is longer than all retries together', () => {
    const { TimeoutSeconds } = definition as unknown as { TimeoutSeconds: number };
    expect(TimeoutSeconds).toBeGreaterThan(longestRun(plan, timeLimits.STANDARD));
  });

  it('is small enough for Step Functions', () => {
    expect(JSON.stringify(definition).length).toBeLessThan(1_048_576);
  });
});
