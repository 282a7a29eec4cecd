import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningWorkflow, startWorkflow } from '../src/orders/open-workflow.ts';
import { runScenario } from './run-scenario.ts';

let workflow: RunningWorkflow;
beforeAll(async () => {
  workflow = await startWorkflow({ seed: 1, virtualLimits: true });
});
afterAll(() => workflow.close());

describe('an execution’s input that is no order at all', () => {
  it.each([
    [{}, 'orderId'],
    [[], 'order: given a list of 0, expected an object'],
    [[{ orderId: 'in-a-list' }], 'order: given a list of 1, expected an object'],
    [null, 'order: given null, expected an object'],
    [42, 'order: given a number, expected an object'],
    [true, 'order: given a boolean, expected an object'],
    ['order', 'order: given a text of 5 characters, expected an object'],
    ['{"orderId":"in-a-text"}', 'order: given a text of 23 characters, expected an object'],
    ['"\\ \u{1f984}', 'order: given a text of'],
    ['', 'order: given a text of 0 characters, expected an object'],
  ])('is rejected, with the reason, and does not fail at the invocation: %j', async (input, why) => {
    const fate = await runScenario(workflow, input);
    expect(fate).toMatchObject({ status: 'SUCCEEDED', outcome: 'rejected', record: { order: input } });
    expect(fate.messages).toHaveLength(1);
    expect(fate.message?.text).toContain(why);
  });

  it.each([['x'], ['\u{1f984}']])(
    'is rejected for its size, however much of it Step Functions takes: %s',
    async (filling) => {
      const orderId = `large-${Buffer.byteLength(filling)}`;
      const room = 262_144 - JSON.stringify({ orderId, filling: '' }).length;
      const input = { orderId, filling: filling.repeat(Math.floor(room / Buffer.byteLength(filling))) };
      expect(Buffer.byteLength(JSON.stringify(input))).toBeGreaterThan(262_100);
      const fate = await runScenario(workflow, input);
      expect(fate).toMatchObject({ status: 'SUCCEEDED', outcome: 'rejected' });
      expect(fate.record.order).toEqual({ oversize: [...JSON.stringify(input)].length });
      expect(fate.message?.text).toContain('characters, expected at most 32768');
    },
  );
});
