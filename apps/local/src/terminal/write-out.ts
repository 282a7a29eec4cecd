import { once } from 'node:events';
import { clearLine, cursorTo } from 'node:readline';

/** Writes a text whole, however slow its reader is. */
export async function writeOut(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** A value as `--json` prints it: indented where a person reads, in one line where a program does. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, process.stdout.isTTY ? 2 : 0);
}

/** Writes over the line that the cursor is on; an empty text takes it away. For terminals. */
export function drawOver(stream: NodeJS.WritableStream, text: string): void {
  cursorTo(stream, 0);
  stream.write(text);
  clearLine(stream, 1);
}
