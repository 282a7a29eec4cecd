import { once } from 'node:events';

/** Writes a text whole, however slow its reader is. */
export async function writeOut(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
