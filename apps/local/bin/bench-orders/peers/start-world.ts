import type { StartedProcess } from '../start-process.ts';
import type { StepAddresses } from './order-steps.ts';
import { startScript } from './start-script.ts';

/** What a peer's steps call, in a process of its own: ours has its own in itself. */
export interface World extends StartedProcess {
  readonly addresses: StepAddresses;
}

export async function startWorld(folder: string): Promise<World> {
  const { said, ...started } = await startScript<StepAddresses>('world-process.ts', [folder]);
  return { ...started, addresses: said };
}
