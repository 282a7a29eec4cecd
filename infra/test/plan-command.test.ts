import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('pnpm plan says what comes of every failure in both machines: of an order, and of its cancellation', () => {
  const command = fileURLToPath(new URL('../bin/plan.ts', import.meta.url));
  const printed = execFileSync(process.execPath, ['--conditions=@order-workflow/source', command, '--json'], {
    encoding: 'utf8',
  });
  const lines: readonly { readonly machine: string; readonly state: string }[] = JSON.parse(printed);
  const statesOf = (name: string) => new Set(lines.flatMap(({ machine, state }) => (machine === name ? [state] : [])));
  expect([...statesOf('orders')]).toEqual(
    expect.arrayContaining(['Validate Order', 'Process Payment', 'Await Payment', 'Ship Order', 'Notify Customer']),
  );
  const cancelling = statesOf('cancellation');
  expect([...cancelling]).toEqual(
    expect.arrayContaining(['Take Order Over', 'Cancel Shipment', 'Refund Payment', 'Notify Customer']),
  );
  expect(cancelling.has('Process Payment')).toBe(false);
});
