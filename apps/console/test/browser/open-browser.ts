import { spawnSync } from 'node:child_process';
import { arch, env, platform } from 'node:process';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

const isPacked = platform === 'linux' && arch === 'x64';

/** Unpacked where temporary files are by whoever comes first, which is what prepares the tests: theirs are gone with the run. */
if (isPacked) env['UNPACKED_BROWSER'] ??= await chromium.executablePath();
const { UNPACKED_BROWSER: executablePath = '' } = env;

/**
 * Why there is no browser here; undefined when there is one. It comes from npm, for one platform, and needs libraries that a
 * small system may lack. Where CI runs it must not be missing unnoticed: there the tests fail.
 */
export const noBrowser: string | undefined = await whyNoBrowser();

/** A browser without a window. It renders only what the tests themselves serve, so it goes without a sandbox. */
export async function openBrowser(): Promise<Browser> {
  return launcher.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}

async function whyNoBrowser(): Promise<string | undefined> {
  if (!isPacked) {
    return `the browser of these tests runs on Linux x64, and this is ${platform} ${arch}`;
  }
  const { status, stderr } = spawnSync(executablePath, ['--version'], { encoding: 'utf8' });
  if (status === 0 || env['CI']) return undefined;
  return `the browser of these tests does not start: ${stderr.trim()} (on Debian and Ubuntu: apt-get install libnss3)`;
}
