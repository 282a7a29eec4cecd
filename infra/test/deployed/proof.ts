import { join } from 'node:path';
import type { DeployedStack } from '../../src/deployment/deployed-stacks.ts';
import type { AwsClients } from './aws-clients.ts';
import type { Progress } from './progress.ts';

/** The root of the repository. */
export const repository = join(import.meta.dirname, '../../..');

/** What every part of the proof works with. */
export interface Proof {
  readonly progress: Progress;
  readonly clients: AwsClients;
  /** Leads every program to the emulator. */
  readonly env: NodeJS.ProcessEnv;
}

/** A proof with the stack deployed. */
export interface DeployedProof extends Proof {
  readonly stack: DeployedStack;
}

/**
 * An output of the deployed stack.
 *
 * @throws Error when the stack has none of that name
 */
export function output({ stack }: DeployedProof, name: string): string {
  const value = stack.outputs[name];
  if (!value) throw new Error(`the stack has no output ${name}`);
  return value;
}
