import { deepStrictEqual } from 'node:assert/strict';
import { bootstrap, readStack, runProgram } from './deploy-stack.ts';
import { knownDifferences } from './differences/known-differences.ts';
import { losesErrorNames, lostNames } from './loses-error-names.ts';
import type { DeployedProof, Proof } from './proof.ts';
import { output } from './proof.ts';
import { proveAttempts } from './prove-attempts.ts';
import { proveCancelling } from './prove-cancelling.ts';
import { proveFiveStages } from './prove-five-stages.ts';
import { proveLesson } from './prove-lesson.ts';
import { proveNotices } from './prove-notices.ts';
import { proveOneStage } from './prove-one-stage.ts';
import { proveOrderApi } from './prove-order-api.ts';
import { proveOrders } from './prove-orders.ts';
import { proveParking } from './prove-parking.ts';
import { proveProd } from './prove-prod.ts';
import { proveSetting } from './prove-setting.ts';
import { proveStore } from './prove-store.ts';
import { withSimulatedServices } from './simulated-services.ts';
import { subscribeQueue } from './subscribe-queue.ts';
import { whatIsLeft } from './what-is-left.ts';

/**
 * Deploys the stack over AWS's protocol, as `pnpm deploy` does, and proves on it what a deployment promises.
 *
 * @throws AssertionError with both sides, where something is not as promised
 */
export async function proveDeployment(proof: Proof): Promise<void> {
  const { progress, clients } = proof;
  await progress.part('runs what a lesson has its readers paste', () => proveLesson(clients));
  await progress.part('prepares the account', async () => {
    await bootstrap(proof);
    return { seen: 'cdk bootstrap' };
  });
  const { stack } = await progress.part('deploys', async () => {
    // With the order API at once: the emulator knows no update in which only outputs come, of which that stack reads some.
    await runProgram(proof, 'deploy', '--yes', '--context', 'orderApi=true');
    const stack = await readStack(proof);
    return { stack, seen: `${stack.arn}, and the order API beside it` };
  });
  const deployed = { ...proof, stack };
  await provePromises(deployed);
  await progress.part('destroys', async () => {
    await runProgram(proof, 'destroy', '--yes');
    deepStrictEqual(await whatIsLeft(clients), []);
    return { seen: 'no stack, function, state machine, topic, queue or table is left' };
  });
  await progress.part('holds stock where a fifth stage does', () => proveFiveStages(proof));
  await progress.part('keeps prod', () => proveProd(proof));
}

async function provePromises(proof: DeployedProof): Promise<void> {
  const { progress, clients } = proof;
  await progress.part('deploys a second time', async () => {
    const printed = await runProgram(proof, 'deploy', '--yes');
    deepStrictEqual([printed.includes('no changes'), await readStack(proof)], [true, proof.stack]);
    return { seen: 'nothing changes' };
  });
  const mailbox = await subscribeQueue(clients, output(proof, 'NotificationsTopicArn'));
  progress.note('Where this emulator differs from AWS:');
  for (const { says, probe } of knownDifferences) {
    const { differs, seen } = await probe(clients);
    progress.note(`  ${says} Here: ${seen}${differs ? '' : ' - no difference any more, so prove it here'}`);
  }
  const errorNamesLost = await losesErrorNames(proof);
  if (errorNamesLost) progress.note(lostNames);
  const executions = await proveOrders(proof, errorNamesLost);
  await progress.part('tells the customers', () => proveNotices(clients, mailbox.url, executions));
  await progress.part('parks what the topic does not take', () => proveParking(proof));
  await mailbox.close();
  await progress.part('gives an order another attempt', () => proveAttempts(proof, errorNamesLost));
  await progress.part('keeps orders as the store asks of every table', () => proveStore(proof));
  await withSimulatedServices(async (services) => {
    await progress.part('updates stages', () => proveSetting(proof, services));
    await progress.part('releases one stage alone', () => proveOneStage(proof, services));
    await progress.part('cancels orders', () => proveCancelling(proof, services));
    await progress.part('takes orders over HTTP', () => proveOrderApi(proof, services));
  });
}
