import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOrders } from '../src/cli/input/read-orders.ts';
import { startWorkflow, type Workflow } from '../src/start-workflow.ts';
import { fateOf } from './fate-of.ts';

/** Every order in `examples/orders` ends as the table in docs/orders.md says. */

const root = new URL('../../../', import.meta.url);
const folder = new URL('examples/orders/', root);

/** The rows of the table: a file's name in backticks, and its outcome in backticks in the next column. */
const documented = new Map(
  [...readFileSync(new URL('docs/orders.md', root), 'utf8').matchAll(/^\| *`([\w.-]+)` *\| *`?([\w ]+?)`? *\|/gm)].map(
    ([, file = '', outcome = '']) => [file, outcome],
  ),
);

let workflow: Workflow;
beforeAll(async () => {
  workflow = await startWorkflow({ seed: 1 });
}, 30_000);
afterAll(() => workflow.close());

describe('the example orders', () => {
  it('are all in the table, and nothing else is', () => {
    expect([...documented.keys()].toSorted()).toEqual(readdirSync(folder).toSorted());
  });

  it.each([...documented])('%s: %s', async (file, outcome) => {
    const [given] = await readOrders([new URL(file, folder).pathname]);
    const found = given && 'order' in given ? await fateOf(workflow, given.order) : undefined;
    const ending = found ? (found.outcome ?? found.status) : 'exit 2';
    expect(ending).toBe(outcome);
    if (found?.status === 'SUCCEEDED') expect(found.messages).toHaveLength(1);
  });
});
