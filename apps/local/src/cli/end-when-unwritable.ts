import type { DataFolder } from '../data-folder/data-folder.ts';
import { describeProblem } from '../data-folder/data-folder-unusable.ts';
import { exitCodes } from '../orders/exit-codes.ts';

/**
 * Ends the process, at once, when what happens can no longer be kept: nothing may be done that nobody will know of. What
 * is kept is as if the process had been killed at this moment. Does nothing for a problem that is not the folder's.
 */
export function endWhenUnwritable(folder: DataFolder): (problem: unknown) => void {
  return (problem) => {
    const told = describeProblem(folder, problem);
    if (told === problem || !(told instanceof Error)) return;
    process.stderr.write(
      `\n${told.message}. When that is mended, executions under way go on with the next pnpm order place, redrive or serve.\n`,
    );
    process.exit(exitCodes.cannotRun);
  };
}
