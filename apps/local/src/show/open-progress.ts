import { drawOver } from '../terminal/write-out.ts';

/** A line that says how far the work is. */
export interface Progress {
  /** One more is done. */
  one(): void;
  /** Makes room for another line; the progress comes back below it. */
  makeRoom(): void;
  /** Takes the line away for good. */
  close(): void;
}

const terminalMs = 100;
const logMs = 2_000;

/** On a terminal the line is drawn over; elsewhere a new one is written when more is done, now and then, and none for quick work. */
export function openProgress(stream: NodeJS.WriteStream, total: number): Progress {
  let done = 0;
  let written = 0;
  const line = () => `${done} of ${total} orders`;
  const timer = setInterval(
    () => {
      if (stream.isTTY) return drawOver(stream, line());
      if (done !== written) stream.write(`${line()}\n`);
      written = done;
    },
    stream.isTTY ? terminalMs : logMs,
  );
  function makeRoom(): void {
    if (stream.isTTY) drawOver(stream, '');
  }
  return {
    one() {
      done++;
    },
    makeRoom,
    close() {
      clearInterval(timer);
      makeRoom();
    },
  };
}
