import { deepStrictEqual, match } from 'node:assert/strict';
import { UpdateTerminationProtectionCommand } from '@aws-sdk/client-cloudformation';
import { readStack, runProgram } from './deploy-stack.ts';
import type { Proof } from './proof.ts';
import { CommandFailed } from './run-quietly.ts';
import { whatIsLeft } from './what-is-left.ts';

const prod = ['--context', 'stage=prod'];

/** `prod` simulates nothing unless somebody says so. It is protected; and when its protection was taken away and its stack is gone, all that holds data still stands. */
export async function proveProd(proof: Proof) {
  const { clients } = proof;
  const unsaid = await runProgram(proof, 'deploy', '--yes', ...prod).catch((error: unknown) => error);
  if (!(unsaid instanceof CommandFailed)) throw new Error('prod was deployed with simulated services, unsaid');
  const knowingly = ['--parameters', 'SimulatedServices=yes'];
  // The emulator has nothing for gradual releases.
  const said = await runProgram(proof, 'deploy', '--yes', ...prod, '--context', 'gradual=false', ...knowingly);
  match(said, /^SIMULATED: no money moves/m);
  const refusal = await runProgram(proof, 'destroy', '--yes', ...prod).catch((error: unknown) => error);
  if (!(refusal instanceof CommandFailed)) throw new Error('a protected stack was destroyed');

  const { arn } = await readStack(proof, 'prod');
  const unprotect = { StackName: arn, EnableTerminationProtection: false };
  const before = (await whatIsLeft(clients)).filter((left) => !left.startsWith('stack'));
  await clients.cloudFormation.send(new UpdateTerminationProtectionCommand(unprotect));
  await runProgram(proof, 'destroy', '--yes', ...prod);
  const kept = before.filter((left) => !left.startsWith('function'));
  deepStrictEqual(await whatIsLeft(clients), kept);
  return { seen: `protected; without its stack the ${kept.length} that hold data still stand` };
}
