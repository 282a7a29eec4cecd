import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CustomerLetter, CustomerMessage, MessageLog } from '../messages/message-log.ts';
import { exitCodes } from '../orders/exit-codes.ts';
import { paintFor } from '../terminal/paint.ts';
import { printable, shellWord } from '../terminal/printable-text.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';
import { readRecords } from './read-records.ts';

interface OpenLettersOptions {
  readonly data?: string;
  readonly json?: true;
}

/** What opens a file as its user would, by platform. */
const openers: Partial<Record<NodeJS.Platform, readonly [command: string, ...options: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/**
 * `order notices --open <id>`: the letters to an order's customer, as they would look: each in a file of HTML, in a new folder that is
 * its owner's alone, and opened where there is a terminal. Gives the exit code: 1 where there is none.
 */
export async function openLetters(orderId: string, options: OpenLettersOptions): Promise<number> {
  const letters = readRecords(options.data, ({ messages }) => lettersOf(messages, orderId)) ?? [];
  if (options.json) {
    await writeOut(process.stdout, `${jsonText(letters)}\n`);
    return letters.length > 0 ? exitCodes.succeeded : exitCodes.failed;
  }
  if (letters.length === 0) {
    process.stderr.write(`No letter went out of order ${printable(orderId)}: pnpm order show ${shellWord(orderId)}\n`);
    return exitCodes.failed;
  }
  const folder = mkdtempSync(join(tmpdir(), 'order-letters-'));
  const paint = paintFor(process.stdout);
  for (const [place, letter] of letters.entries()) {
    const file = join(folder, `${place + 1}-${letter.notificationId.replace(/[^\w.-]/g, '_')}.html`);
    writeFileSync(file, letter.html, { mode: 0o600 });
    const { from, to, subject, sentAt } = letter;
    await writeOut(
      process.stdout,
      `  ${paint.strong(printable(subject))}\n  ${paint.quiet(`from ${printable(from)} to ${printable(to)}, ${sentAt}`)}\n  ${file}\n`,
    );
    if (process.stdout.isTTY) open(file);
  }
  return exitCodes.succeeded;
}

function lettersOf(messages: MessageLog, orderId: string): readonly CustomerLetter[] {
  const ofOrder = ({ attributes }: CustomerMessage) => attributes['orderId'] === orderId;
  const ids = messages
    .published()
    .filter(ofOrder)
    .map(({ attributes }) => attributes['notificationId'] ?? '');
  return [...new Set(ids)].flatMap((id) => messages.letters(id));
}

/** Whoever has no such program reads the path. */
function open(file: string): void {
  const [command, ...options] = openers[process.platform] ?? [];
  if (command === undefined) return;
  spawn(command, [...options, file], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}
