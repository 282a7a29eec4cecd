import { describe, expect, it } from 'vitest';
import { nameExecution } from './name-execution.ts';

describe(nameExecution, () => {
  it('names an execution after the order', async () => {
    expect(await nameExecution({ orderId: '12345' })).toBe('order-12345');
  });

  it('names the executions that follow after the order too, as the command line does', async () => {
    expect(await nameExecution({ orderId: '12345' }, 2)).toBe('order2-12345');
    expect(await nameExecution({ orderId: '#1001' }, 12)).toBe('order12__231001');
  });

  it.each([{}, { orderId: 'a@b' }, { orderId: 'x'.repeat(65) }, { orderId: '山'.repeat(8) }, [], null, 'text'])(
    'names %j after its content, as it has no good id',
    async (input) => {
      expect(await nameExecution(input)).toMatch(/^order-unidentified-[0-9a-f]{16}$/);
    },
  );

  it.each([
    // What `order place` printed for them.
    [' #1001\n', 'order__231001'],
    ['2026.17', 'order_2026_2E17'],
    ['№ 5', 'order__E2_84_96_205'],
  ])('names the execution of %j %s, as the command line does', async (orderId, name) => {
    expect(await nameExecution({ orderId })).toBe(name);
  });

  it('names an input without an id as the command line does', async () => {
    // What `order place` printed for an empty object.
    expect(await nameExecution({})).toBe('order-unidentified-44136fa355b3678a');
  });
});
