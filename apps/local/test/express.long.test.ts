import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import { createVirtualClock } from '@order-workflow/asl-engine';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startWorkflow } from '../src/orders/open-workflow.ts';
import { startPlatform } from '../src/platform/platform.ts';
import { apiWorld } from './api-world.ts';
import { runScenario } from './run-scenario.ts';
import { temporaryFolder } from './temporary-folder.ts';

const infra = fileURLToPath(new URL('../../../infra/', import.meta.url));

/** Synthesizes it as `cdk synth --context workflowType=EXPRESS` does; gives the folder. */
function synthesized(): string {
  const assembly = temporaryFolder();
  const { context } = JSON.parse(readFileSync(`${infra}cdk.json`, 'utf8'));
  execFileSync(process.execPath, ['--conditions=@order-workflow/source', 'bin/app.ts'], {
    cwd: infra,
    env: {
      ...process.env,
      CDK_OUTDIR: assembly,
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, workflowType: 'EXPRESS' }),
    },
    stdio: 'pipe',
  });
  return assembly;
}

describe('the workflow as Express', () => {
  it('tells a customer who pays by bank transfer that it cannot wait, charges nothing, and takes a card', async () => {
    const clock = createVirtualClock();
    const assembly = synthesized();
    const workflow = await startWorkflow({ assembly, clock, seed: 1, simulators: { clock }, virtualLimits: true });
    try {
      const transfer = { orderId: 'by-transfer', paymentMethod: 'BankTransfer', paymentToken: 'sim-transfer' } as const;
      const rejected = await runScenario(workflow, anOrder().with(transfer).build(), 0, clock);
      expect(rejected).toMatchObject({ status: 'SUCCEEDED', outcome: 'rejected' });
      expect(rejected.states).toEqual(['Validate Order', 'Notify Customer']);
      expect(rejected.message?.text).toContain('paymentMethod: given BankTransfer, which is not paid at once');
      expect(workflow.world?.gateway.ledger.held('by-transfer')).toBe(0);
      const paid = await runScenario(workflow, anOrder().with({ orderId: 'by-card' }).build(), 0, clock);
      expect(paid).toMatchObject({ status: 'SUCCEEDED', outcome: 'fulfilled' });
    } finally {
      await workflow.close();
    }
  });

  it('is started through the API and waited for, as on AWS', async () => {
    const platform = await startPlatform({ assembly: synthesized(), virtualLimits: true });
    onTestFinished(() => platform.close());
    const { client, stateMachineArn } = await apiWorld(platform);
    const input = JSON.stringify(anOrder().with({ orderId: 'at-once' }).build());
    const answer = await client.send(new StartSyncExecutionCommand({ stateMachineArn, name: 'order-at-once', input }));
    expect(answer).toMatchObject({ stateMachineArn, name: 'order-at-once', status: 'SUCCEEDED', input });
    expect(JSON.parse(answer.output ?? '')).toMatchObject({ outcome: 'fulfilled' });
    expect(answer.billingDetails?.billedDurationInMilliseconds).toBeGreaterThan(0);
  });
});
