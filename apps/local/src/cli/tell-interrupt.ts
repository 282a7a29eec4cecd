import type { ExecutionJournal } from '@order-workflow/asl-engine';

/** By convention 128 and the signal's number. */
const interrupted = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Ends the process when it is interrupted, after saying what becomes of executions under way: they go on if they are kept
 * in a journal. Gives how to stop listening.
 */
export function tellInterrupt(journal: Pick<ExecutionJournal, 'running'> | undefined): () => void {
  const end = (signal: keyof typeof interrupted) => {
    const running = journal?.running().length ?? 0;
    const which = running === 1 ? 'The execution under way goes' : `${running} executions under way go`;
    process.stderr.write(
      running === 0
        ? '\nInterrupted.\n'
        : `\nInterrupted. ${which} on with the next pnpm order place, redrive or serve.\n`,
    );
    process.exit(interrupted[signal]);
  };
  process.on('SIGINT', end).on('SIGTERM', end);
  return () => void process.off('SIGINT', end).off('SIGTERM', end);
}
