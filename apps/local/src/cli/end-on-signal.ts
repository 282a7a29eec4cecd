import type { ExecutionJournal } from '@order-workflow/asl-engine';

/** What a signal means to a command. */
export interface Interrupt {
  readonly word: string;
  readonly exitCodes: Readonly<Record<'SIGINT' | 'SIGTERM', number>>;
}

/** To a command that has work to do; the exit code is by convention 128 and the signal's number. */
export const interrupted: Interrupt = { word: 'Interrupted.', exitCodes: { SIGINT: 130, SIGTERM: 143 } };

/** To a server, which ends in no other way: all is well. */
export const stopped: Interrupt = { word: 'Stopped.', exitCodes: { SIGINT: 0, SIGTERM: 0 } };

/**
 * Ends the process when it is interrupted, after saying what becomes of executions under way: they go on if they are kept
 * in a journal. Gives how to stop listening.
 */
export function endOnSignal(
  { word, exitCodes }: Interrupt,
  journal: Pick<ExecutionJournal, 'running'> | undefined,
): () => void {
  const end = (signal: keyof typeof exitCodes) => {
    const running = journal?.running().length ?? 0;
    const which = running === 1 ? 'The execution under way goes' : `${running} executions under way go`;
    const goesOn = running === 0 ? '' : ` ${which} on with the next pnpm order place, redrive or serve.`;
    process.stderr.write(`\n${word}${goesOn}\n`);
    process.exit(exitCodes[signal]);
  };
  process.on('SIGINT', end).on('SIGTERM', end);
  return () => void process.off('SIGINT', end).off('SIGTERM', end);
}
