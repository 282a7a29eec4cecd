import { describeParked, type ParkedNotice } from '../messages/parked-notice.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { type ReplayedNotice, replayNotices } from '../orders/replay-notices.ts';
import type { WorkflowSettings } from '../orders/workflow-settings.ts';
import { type Paint, paintFor } from '../terminal/paint.ts';
import { printable } from '../terminal/printable-text.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';
import { readRecords } from './read-records.ts';
import { withWorkflow } from './with-workflow.ts';

export interface NoticesCommandOptions extends WorkflowSettings {
  /** Whether to publish what waits. */
  readonly replay?: true;
  readonly json?: true;
}

/** `order notices`: lists the notices that wait because they could not be published, or publishes them. Gives the exit code. */
export async function noticesCommand(options: NoticesCommandOptions): Promise<number> {
  const parked = readRecords(options.data, ({ messages }) => messages.parked().map(describeParked)) ?? [];
  if (!options.replay || parked.length === 0) {
    await print(options, parked, renderParked(parked, paintFor(process.stdout)));
    return exitCodes.succeeded;
  }
  return withWorkflow(options, async (workflow) => {
    const replayed = await replayNotices(workflow);
    await print(options, replayed, renderReplayed(replayed, paintFor(process.stdout)));
    return replayed.every(({ published, outdated }) => published || outdated) ? exitCodes.succeeded : exitCodes.failed;
  });
}

async function print(
  { json }: NoticesCommandOptions,
  notices: readonly (ParkedNotice | ReplayedNotice)[],
  lines: readonly string[],
): Promise<void> {
  const text = json ? jsonText(notices) : lines.join('\n');
  await writeOut(process.stdout, `${text}\n`);
}

/** The notices that wait, a line each, and how to send them. */
function renderParked(parked: readonly ParkedNotice[], paint: Paint): readonly string[] {
  if (parked.length === 0) return ['  No notice waits: every customer has been told.'];
  const lines = parked.map(({ orderId, outcome, parkedAt, reason }) => {
    const since = paint.quiet(`since ${parkedAt.slice(0, 19).replace('T', ' ')} UTC`);
    return `  ${paint.odd(`▲ ${outcome.padEnd(10)}`)} ${printable(orderId ?? 'without an id')}  ${since}  ${printable(reason)}`;
  });
  return [...lines, '', `  ${paint.quiet('To publish them: pnpm order notices --replay')}`];
}

/** What became of each notice that was tried again. */
function renderReplayed(replayed: readonly ReplayedNotice[], paint: Paint): readonly string[] {
  return replayed.map(({ orderId, published, outdated, reason }) => {
    const untold = outdated ? paint.quiet('○ outdated: the order has gone on') : paint.bad('✖ still waits');
    const mark = published ? paint.good('● published') : untold;
    return `  ${mark} ${printable(orderId ?? 'without an id')}${reason === undefined ? '' : `  ${printable(reason)}`}`;
  });
}
