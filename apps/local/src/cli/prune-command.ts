import { existsSync, statSync } from 'node:fs';
import { openSqliteJournal } from '@order-workflow/asl-engine/journal-sqlite';
import { openLedgers } from '@order-workflow/simulators';
import { allFilesOf, companions, type DataFolder, dataFolder, folderExists } from '../data-folder/data-folder.ts';
import { describeStorageProblem } from '../data-folder/data-folder-unusable.ts';
import { folderClock, worldClock } from '../data-folder/folder-clock.ts';
import { openMessageLog } from '../messages/message-log.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { type Erased, erasePruned } from '../prune/erase-pruned.ts';
import { gatherOrders } from '../prune/gather-orders.ts';
import { readItemFacts } from '../prune/kept-items.ts';
import { type PrunePlan, planPruning } from '../prune/plan-pruning.ts';
import { renderErased, renderPlan } from '../prune/render-pruning.ts';
import { isAttended, saysYes } from '../terminal/ask-yes.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';
import { openDataFolder } from './open-data-folder.ts';

export interface PruneCommandOptions {
  /** What ended before this instant. */
  readonly before: Date;
  /** Erases without asking. */
  readonly yes?: true;
  readonly json?: true;
  readonly data?: string;
}

/**
 * `order prune --before <date>`: erases what a data folder has of orders that ended before then, and gives its place on the disk back. Waits
 * for a command that works in the folder. Gives the exit code: 2 where nobody could be asked.
 */
export async function pruneCommand(options: PruneCommandOptions): Promise<number> {
  const folder = dataFolder(options.data);
  try {
    if (folderExists(folder) && existsSync(folder.journalFile)) return await prune(folder, options);
  } catch (problem) {
    throw describeStorageProblem(folder, problem);
  }
  process.stderr.write(`Nothing to prune: no order has been placed in ${folder.path}\n`);
  if (options.json) await tell(options, emptyPlan(options), undefined, '');
  return exitCodes.succeeded;
}

async function prune(folder: DataFolder, options: PruneCommandOptions): Promise<number> {
  const opened = new DisposableStack();
  const kept = opened.adopt(await openDataFolder(folder), (open) => open.close());
  try {
    const { journal } = kept;
    const clock = folderClock(journal, false);
    const messages = opened.adopt(openMessageLog(folder.messagesFile), (log) => log.close());
    const ledgers = opened.adopt(openLedgers(folder.ledgerFile, worldClock(clock)), (books) => books.close());
    const items = readItemFacts(folder.tablesFile, clock.now());
    const plan = planPruning(gatherOrders({ journal, messages, ledgers, items }), options.before.getTime());
    const bytes = bytesOf(folder);
    if (!options.json) await writeOut(process.stdout, `${renderPlan(plan).join('\n')}\n`);
    if (!(await mayErase(plan, options))) {
      if (options.json) await tell(options, plan, undefined, '');
      return plan.executionArns.length + plan.orderIds.size === 0 ? exitCodes.succeeded : exitCodes.unreadable;
    }
    const batches = existsSync(folder.batchesFile)
      ? opened.adopt(openSqliteJournal(folder.batchesFile), (open) => open.close())
      : undefined;
    const erased = erasePruned(plan, { folder, journal, messages, ledgers, batches, now: clock.now() });
    await tell(options, plan, erased, `${renderErased(erased, Math.max(0, bytes - bytesOf(folder)))}\n`);
    return exitCodes.succeeded;
  } finally {
    opened.dispose();
  }
}

/** Asks whoever sits at the terminal; where nobody does, says what is to be said instead. */
async function mayErase(plan: PrunePlan, { yes, json }: PruneCommandOptions): Promise<boolean> {
  if (yes) return true;
  if (plan.executionArns.length + plan.orderIds.size === 0) return false;
  if (json || !isAttended()) {
    process.stderr.write('Nothing has been erased: say --yes where nobody can be asked.\n');
    return false;
  }
  return saysYes('  Erase it? It cannot be brought back. [y/N] ');
}

/** Either a document for machines, or words. */
async function tell(
  { json }: PruneCommandOptions,
  { before, orderIds, executionArns, kept }: PrunePlan,
  erased: Erased | undefined,
  words: string,
): Promise<void> {
  const document = { before: new Date(before), orders: [...orderIds], executions: executionArns, kept };
  await writeOut(process.stdout, json ? `${jsonText({ ...document, erased: erased ?? null })}\n` : words);
}

const emptyPlan = ({ before }: PruneCommandOptions): PrunePlan => ({
  ...{ before: before.getTime(), orderIds: new Set(), noticeIds: new Set() },
  ...{ executionArns: [], kept: [] },
});

function bytesOf(folder: DataFolder): number {
  return allFilesOf(folder)
    .flatMap((file) => [file, ...companions.map((companion) => file + companion)])
    .reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}
