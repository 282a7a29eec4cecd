import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameExecution } from './name-execution.ts';

describe(nameExecution, () => {
  it('names an execution after its order', () => {
    expect(nameExecution({ orderId: '12345', customerEmail: 'a@example.com' })).toBe('order-12345');
  });

  it('names the executions that follow after the order too, each otherwise', () => {
    const names = [1, 2, 12].map((ordinal) => nameExecution({ orderId: '12345' }, ordinal));
    expect(names).toEqual(['order-12345', 'order2-12345', 'order12-12345']);
    expect(nameExecution({ orderId: '#1001' }, 2)).toBe('order2__231001');
  });

  it.each([[{}], [{ orderId: 'a@b' }], [{ orderId: 1 }], [[]], [null], ['order']])(
    'names an execution after the content when there is no good id: %j',
    (input) => {
      expect(nameExecution(input)).toMatch(/^order-unidentified-[0-9a-f]{16}$/);
    },
  );

  it('names an execution as Step Functions allows, whatever signs the order number has', () => {
    expect(nameExecution({ orderId: ' #1001\n' })).toBe('order__231001');
    expect(nameExecution({ orderId: 'ORD/2026/7' })).toBe('order_ORD_2F2026_2F7');
  });

  it('gives whatever is placed a name that Step Functions takes, always the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ orderId: fc.string() })), (input) => {
        const name = nameExecution(input);
        expect(name).toMatch(/^[\w-]{1,80}$/);
        expect(nameExecution(JSON.parse(JSON.stringify(input)))).toBe(name);
      }),
    );
  });
});
