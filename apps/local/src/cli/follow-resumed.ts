import { outcomeOf } from '../orders/execution-report.ts';
import type { PlacedOrder } from '../orders/open-workflow.ts';

/** Tells of executions that an earlier command left under way, and waits until they have ended. */
export async function followResumed(resumed: readonly PlacedOrder[], stream: NodeJS.WritableStream): Promise<void> {
  if (resumed.length === 0) return;
  const [one] = resumed;
  const which = resumed.length === 1 && one ? `${one.name}, which was` : `${resumed.length} executions, which were`;
  stream.write(`Going on with ${which} under way when an earlier command was interrupted.\n`);
  await Promise.all(
    resumed.map(async ({ name, execution }) => {
      const result = await execution.result;
      stream.write(`  ${name}: ${outcomeOf(result) ?? result.status}\n`);
    }),
  );
}
