import { type FaultKind, faults, possibleFaults } from '@order-workflow/simulators';
import { aimedFaults } from '../fault-table/aimed-fault.ts';
import { exitCodes } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { paintFor } from './show/paint.ts';
import { renderFaults } from './show/render-faults.ts';
import { writeOut } from './write-out.ts';

/** A fault as `order faults` lists it. */
export interface ListedFault {
  readonly fault: string;
  /** The stages whose work it strikes: `payment`. */
  readonly stages: readonly string[];
  /** All that it can be aimed at: `payment`, `payment.find`. */
  readonly targets: readonly string[];
  readonly description: string;
}

/** `order faults`: every fault that can be switched on. Gives the exit code. */
export async function faultsCommand({ json }: { readonly json?: true }): Promise<number> {
  const listed = faults.map(describe);
  const text = json
    ? jsonText(listed)
    : renderFaults(listed, paintFor(process.stdout), Math.min(process.stdout.columns || 80, 100)).join('\n');
  await writeOut(process.stdout, `${text}\n`);
  return exitCodes.succeeded;
}

function describe({ name, description }: FaultKind): ListedFault {
  const aims = possibleFaults().filter(({ kind }) => kind === name);
  const targets = aims.map(({ target, call }) => (call === undefined ? target : `${target}.${call}`));
  const stages = aimedFaults().flatMap(({ fault: { kind, target } }) => (kind === name ? [target] : []));
  return { fault: name, stages: [...new Set(stages)], targets, description };
}
