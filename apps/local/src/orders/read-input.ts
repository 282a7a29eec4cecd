import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Above it a text is not read at all: nobody places so many orders in one go. */
const longestText = 256 * 1024 * 1024;

/** Reasons of the file system in words. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
};

/**
 * The whole text of a file, or of standard input for `-`.
 *
 * @throws InputUnreadable when it cannot be read, is too long or is not UTF-8
 */
export async function readInput(source: string, stdin: NodeJS.ReadableStream = process.stdin): Promise<string> {
  const name = inputName(source);
  const stream = source === '-' ? stdin : createReadStream(locate(source));
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > longestText) throw new InputUnreadable(`${name} is longer than ${longestText / 1024 / 1024} MiB`);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof InputUnreadable) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputUnreadable(`${name} cannot be read: ${reasons[code] ?? code}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new InputUnreadable(`${name} is not text in UTF-8`);
  }
}

/** How messages call an input. */
export function inputName(source: string): string {
  return source === '-' ? 'standard input' : source;
}

/** Relative to where the user stands: a package manager runs scripts elsewhere and says so in INIT_CWD. */
function locate(path: string): string {
  const typedIn = process.env['INIT_CWD'];
  return !existsSync(path) && typedIn !== undefined ? resolve(typedIn, path) : path;
}

/** An input that is not an order at all, whatever a stage would say to it. The message names the input. */
export class InputUnreadable extends Error {
  override readonly name = 'InputUnreadable';
}
