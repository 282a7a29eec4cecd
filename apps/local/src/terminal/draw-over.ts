import { clearLine, cursorTo } from 'node:readline';

/** Writes over the line that the cursor is on; an empty text takes it away. For terminals. */
export function drawOver(stream: NodeJS.WriteStream, text: string): void {
  cursorTo(stream, 0);
  stream.write(text);
  clearLine(stream, 1);
}
