import { readFileSync } from 'node:fs';
import { createVirtualClock } from '@order-workflow/asl-engine';
import { faultTargetsHere, startWorkflow } from '@order-workflow/local';
import { anOrder } from '@order-workflow/order-domain/testing';
import { createSwitchboard, parseInjectedFault } from '@order-workflow/simulators';
import { addStock, askAfterHolds, releaseStock, reserveStock } from '@order-workflow/stock';
import { expect, it, onTestFinished } from 'vitest';
import { stockOf } from './stock-of.ts';
import { synthesized } from './synthesized.ts';

const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');
const [finding] = reserveStock.findings ?? [];

it.each([
  [`Failed at ${releaseStock.stateName}`, releaseStock.runbook],
  [finding?.heading, finding?.runbook],
])('has in the runbook what the stage says: %s', (heading, said) => {
  expect(runbook).toContain(`### ${heading}\n\n${said}\n`);
});

it('fails at Release Stock with its pieces held, and gives them back when it is redriven, as the runbook says', async () => {
  const assembly = synthesized();
  process.env['ORDER_WORKFLOW_ASSEMBLY'] = assembly;
  const [, faults = ''] = /^To practise: `(.*)`$/m.exec(releaseStock.runbook ?? '') ?? [];
  const switchboard = createSwitchboard();
  switchboard.set(
    faults
      .split('--fault ')
      .flatMap((text) => (text === '' ? [] : [parseInjectedFault(text.trim(), faultTargetsHere())])),
  );
  const clock = createVirtualClock({ start: Date.now() });
  const workflow = await startWorkflow({ assembly, clock, simulators: { clock }, virtualLimits: true, switchboard });
  onTestFinished(() => workflow.close());
  await addStock('SKU001', 5, stockOf(workflow));
  const { execution, executionArn } = workflow.place(
    anOrder()
      .with({ items: [{ sku: 'SKU001', quantity: 2 }] })
      .build(),
  );
  expect((await execution.result).status).toBe('FAILED');
  const states = execution.history().flatMap((event) => event['stateEnteredEventDetails']?.['name'] ?? []);
  expect(states.at(-1)).toBe(releaseStock.stateName);
  expect(await askAfterHolds('SKU001', stockOf(workflow))).toMatchObject({ left: 3, holds: [{ quantity: 2 }] });

  switchboard.clear();
  const redriven = workflow.redrive(executionArn);
  expect((await redriven.execution.result).status).toBe('SUCCEEDED');
  expect(await askAfterHolds('SKU001', stockOf(workflow))).toMatchObject({ left: 5, holds: [] });
});
