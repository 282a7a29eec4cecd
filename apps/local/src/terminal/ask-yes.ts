import { createInterface } from 'node:readline/promises';

/** Whether somebody sits at the terminal, and can be asked. */
export function isAttended(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY);
}

/** Asks whoever sits at the terminal. Whoever ends the input instead of answering has not said yes. */
export async function saysYes(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  try {
    const answer = await Promise.race([terminal.question(question), ended]);
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
