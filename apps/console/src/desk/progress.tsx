import type { DeskPage } from './desk-server.ts';

/** Says that the server still reads what was there before, so that nobody takes what is shown for all. */
export function Progress({ progress }: { readonly progress: DeskPage['progress'] }) {
  if (!progress) return null;
  return (
    <p className="muted" role="status">
      Reading earlier executions: {progress.done.toLocaleString()} done. What is shown is not all yet.
    </p>
  );
}
