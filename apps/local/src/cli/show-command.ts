import { readExecution } from '@order-workflow/asl-engine';
import { isJsonObject } from '../json/json-object.ts';
import { describeAttempts } from '../orders/describe-attempts.ts';
import { reportExecution, reportRunning } from '../orders/execution-report.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { findExecution } from '../orders/find-execution.ts';
import { readMachineFacts } from '../orders/read-machine-facts.ts';
import { describeCurrentState } from '../show/describe-current-state.ts';
import { renderAttempts } from '../show/render-attempts.ts';
import { renderEnding, renderWhatNext } from '../show/render-ending.ts';
import { renderNotice } from '../show/render-notice.ts';
import { renderOrder } from '../show/render-order.ts';
import { renderStep } from '../show/render-step.ts';
import { trackSteps, waitingStep } from '../show/track-steps.ts';
import { paintFor } from '../terminal/paint.ts';
import { columnsOf } from '../terminal/terminal-features.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';
import { readRecords } from './read-records.ts';

export interface ShowCommandOptions {
  readonly json?: true;
  readonly data?: string;
}

/** Of an execution that no command works on. */
const goesOn = 'If its command was interrupted: it goes on with the next pnpm order place, redrive or serve.';

/**
 * `order show <id>`: an order's way through the workflow as it is kept. Gives the exit code.
 *
 * @throws ExecutionDoesNotExist
 */
export async function showCommand(id: string, { json, data }: ShowCommandOptions): Promise<number> {
  const text = readRecords(data, ({ journal, messages }) => {
    const { name, executionArn } = findExecution(journal, id);
    const recorded = readExecution(journal, executionArn);
    if (!recorded) return undefined;
    const { start, result } = recorded;
    const events = recorded.history();
    const orderId = isJsonObject(start.input) ? start.input['orderId'] : undefined;
    const attempts = describeAttempts(journal, String(orderId ?? id));
    if (json) {
      const report = result ? reportExecution(executionArn, result, events) : reportRunning(executionArn, events);
      return jsonText({ ...report, attempts });
    }
    const paint = paintFor(process.stdout);
    const width = Math.min(columnsOf(process.stdout) ?? 80, 100);
    const facts = readMachineFacts(JSON.stringify(start.definition));
    const expected = facts.happyPath.map(waitingStep);
    const standing = result ? undefined : describeCurrentState(name, events, facts, Date.now());
    const steps = events.reduce(trackSteps, expected);
    const ending = result
      ? [
          ...renderNotice(result, messages, paint, width),
          ...renderEnding(result, steps, paint, width),
          ...renderWhatNext({ name }, result, steps, { again: false }, paint),
        ]
      : ['', `  ${paint.busy(standing?.awaits ? standing.text : 'still under way')}`, `  ${paint.quiet(goesOn)}`, ''];
    return [
      ...renderOrder(start.input, paint),
      ...steps.flatMap((step) => renderStep(step, paint, width)),
      ...ending,
      ...renderAttempts(attempts, paint),
    ].join('\n');
  });
  if (text === undefined) return exitCodes.unreadable;
  await writeOut(process.stdout, `${text}\n`);
  return exitCodes.succeeded;
}
