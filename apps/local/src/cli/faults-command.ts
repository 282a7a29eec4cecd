import { type FaultKind, faults, possibleFaults } from '@order-workflow/simulators';
import { exitCodes } from './exit-codes.ts';
import { paintFor } from './show/paint.ts';
import { writeOut } from './write-out.ts';

/** A fault as `order faults` lists it. */
interface ListedFault {
  readonly fault: string;
  /** What it can be aimed at: `payment`, `payment.find`. */
  readonly targets: readonly string[];
  readonly description: string;
}

/** `order faults`: every fault that can be switched on, a line each. Gives the exit code. */
export async function faultsCommand({ json }: { readonly json?: true }): Promise<number> {
  const listed = faults.map(describe);
  const text = json ? JSON.stringify(listed, null, process.stdout.isTTY ? 2 : 0) : render(listed);
  await writeOut(process.stdout, `${text}\n`);
  return exitCodes.succeeded;
}

function describe({ name, description }: FaultKind): ListedFault {
  const aims = possibleFaults().filter(({ kind }) => kind === name);
  const targets = aims.map(({ target, call }) => (call === undefined ? target : `${target}.${call}`));
  return { fault: name, targets, description };
}

function render(listed: readonly ListedFault[]): string {
  const paint = paintFor(process.stdout);
  const width = Math.max(...listed.map(({ fault }) => fault.length));
  // Calls that only some faults can strike are shown by --json and by the message about a wrong one.
  const stages = (targets: readonly string[]) => [...new Set(targets.map((target) => target.split('.')[0]))].join(' ');
  const lines = listed.map(
    ({ fault, targets, description }) =>
      `  ${paint.strong(fault.padEnd(width))}  ${description}\n  ${' '.repeat(width)}  ${paint.quiet(stages(targets))}`,
  );
  const usage = [
    'pnpm order place examples/orders/sample.json --fresh --fast-forward --fault payment=timeout-after-success',
    'pnpm order place … --fault shipping=unavailable:3 --fault payment.find=cut-before     three times; another call',
  ];
  return [...lines, '', ...usage.map((line) => `  ${paint.quiet(line)}`)].join('\n');
}
