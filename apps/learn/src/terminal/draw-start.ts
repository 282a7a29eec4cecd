import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runShown } from '../page/run-shown.ts';
import { drawTerminal } from './draw-terminal.ts';

/** The picture of `pnpm start` in the README, in a world where no order was placed before. */
export async function drawStart(repository: string): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'order-start-'));
  try {
    const env = { ORDER_WORKFLOW_DATA: data, FORCE_COLOR: '1', NO_COLOR: undefined, TZ: 'UTC' };
    const { stdout } = await runShown('pnpm start', repository, { env, isBuilt: true });
    return drawTerminal({ command: 'pnpm start', written: stdout, title: 'What pnpm start prints' });
  } finally {
    rmSync(data, { recursive: true });
  }
}

/** Without what differs from run to run: times, days, and the room that is left for them. */
export function withoutTimes(picture: string): string {
  return picture
    .replaceAll(/\d+(?:\.\d+)? (?:ms|s)\b|\d+ min \d+ s/g, '0 ms')
    .replaceAll(/\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?/g, '2026-01-01')
    .replaceAll(/ +/g, ' ');
}
