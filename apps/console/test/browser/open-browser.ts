import { existsSync } from 'node:fs';
import { arch, platform } from 'node:process';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/** Why there is no browser here; undefined when there is one. It comes from npm, for one platform. */
export const noBrowser: string | undefined =
  platform === 'linux' && arch === 'x64'
    ? undefined
    : `the browser of these tests runs on Linux x64, not ${platform} ${arch}`;

/** A browser without a window. It renders only what the tests themselves serve, so it goes without a sandbox. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  if (!existsSync(executablePath)) throw new Error(`There is no browser at ${executablePath}.`);
  return launcher.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}
