import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createVirtualClock } from '@order-workflow/asl-engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withFewTries } from '../src/assembly/with-few-tries.ts';
import { exitCodeOf } from '../src/orders/exit-codes.ts';
import { type RunningWorkflow, startWorkflow } from '../src/orders/open-workflow.ts';
import { readOrders } from '../src/orders/read-orders.ts';
import { runScenario } from './run-scenario.ts';

/** Every order in `examples/orders` ends as the table in docs/orders.md says. */

const root = new URL('../../../', import.meta.url);
const folder = new URL('examples/orders/', root);

/** The rows of its tables: a link to the file, what it is, the outcome, the exit code. */
const row = /^\| \[([\w.-]+)\]\([^)]*\) \| [^|]* \| ([^|]*) \| (\d) \|/gm;
const documented = [...readFileSync(new URL('docs/orders.md', root), 'utf8').matchAll(row)].map(
  ([, file = '', outcome = '', exitCode = '']) => ({ file, outcome, exitCode: Number(exitCode) }),
);

it('has a row in docs/orders.md for every example order, and for nothing else', () => {
  expect(documented.map(({ file }) => file).toSorted()).toEqual(readdirSync(folder).toSorted());
});

/** The stages' own simulated adapters, as deployed without an address, and the simulators behind HTTP, as `pnpm order` has them. */
const clock = createVirtualClock();
const worlds = [
  { world: 'without a gateway and a carrier', options: {} },
  { world: 'with a gateway and a carrier over HTTP', options: { simulators: { clock }, clock, virtualLimits: true } },
];

describe.each(worlds)('the example orders $world', ({ options }) => {
  let workflow: RunningWorkflow;
  beforeAll(async () => {
    // Where an undo is tried in vain, for a fortnight as for half a day: scenarios.test.ts counts them all.
    workflow = await startWorkflow({ seed: 1, define: withFewTries(40, 10_000), ...options });
  });
  afterAll(() => workflow.close());

  it.each(documented)('$file ends as documented: $outcome, exit $exitCode', async ({ file, outcome, exitCode }) => {
    const [given] = await readOrders([fileURLToPath(new URL(file, folder))]);
    if (!given || 'problem' in given) return expect({ outcome, exitCode }).toEqual({ outcome: '–', exitCode: 2 });
    const found = await runScenario(workflow, given.order, 0, 'clock' in options ? clock : undefined);
    expect(found.outcome ?? '–').toBe(outcome);
    expect(exitCodeOf(found)).toBe(exitCode);
    expect(found.messages).toHaveLength(exitCode === 0 ? 1 : 0);
  });
});
