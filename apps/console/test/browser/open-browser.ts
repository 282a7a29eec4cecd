import { spawnSync } from 'node:child_process';
import { arch, env, platform } from 'node:process';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as launcher } from 'playwright-core';

/**
 * Why there is no browser here; undefined when there is one. It comes from npm, for one platform, and needs libraries that a
 * small system may lack. Where CI runs it must not be missing unnoticed: there the tests fail.
 */
export const noBrowser: string | undefined = await whyNoBrowser();

/** A browser without a window. It renders only what the tests themselves serve, so it goes without a sandbox. */
export async function openBrowser(): Promise<Browser> {
  return launcher.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'] });
}

async function whyNoBrowser(): Promise<string | undefined> {
  if (platform !== 'linux' || arch !== 'x64') {
    return `the browser of these tests runs on Linux x64, and this is ${platform} ${arch}`;
  }
  const { status, stderr } = spawnSync(await chromium.executablePath(), ['--version'], { encoding: 'utf8' });
  if (status === 0 || env['CI']) return undefined;
  return `the browser of these tests does not start: ${stderr.trim()} (on Debian and Ubuntu: apt-get install libnss3)`;
}
