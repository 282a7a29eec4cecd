import { existsSync, readFileSync } from 'node:fs';
import type { WorkflowSettings } from '../orders/workflow-settings.ts';
import { paintFor } from '../terminal/paint.ts';
import { isDrawable } from '../terminal/terminal-features.ts';
import { placeShown } from './place-command.ts';
import { withWorkflow } from './with-workflow.ts';

const examples = new URL('../../../../examples/orders/', import.meta.url);

/** Orders worth trying after the sample, and what they show. */
const suggestions = [
  { file: 'declined-card.json', shows: 'a card that is declined', flags: '' },
  { file: 'shipment-refused.json', shows: 'a parcel that the carrier does not take: refunded', flags: '' },
  {
    file: 'payment-timeout.json',
    shows: 'a charge whose answer is lost: retried, then undone, without the waiting',
    flags: ' --fast-forward',
  },
];

/** `order start`: the sample order, and what to try next. Gives the exit code. */
export async function startCommand(options: Pick<WorkflowSettings, 'verbose' | 'fastForward'>): Promise<number> {
  const sample: unknown = JSON.parse(readFileSync(new URL('sample.json', examples), 'utf8'));
  // In a world of its own, so that it runs the same each time.
  const settings = { ...options, fresh: true } as const;
  const exitCode = await withWorkflow(settings, (workflow, clock) => placeShown(workflow, sample, clock, settings), {
    waits: !isDrawable(process.stdout, settings),
  });
  const paint = paintFor(process.stdout);
  const next = suggestions.filter(({ file }) => existsSync(new URL(file, examples)));
  if (next.length > 0) process.stdout.write(`  ${paint.quiet('Next:')}\n`);
  for (const { file, flags, shows } of next) {
    process.stdout.write(`    pnpm order place examples/orders/${file}${flags}\n      ${paint.quiet(shows)}\n`);
  }
  return exitCode;
}
