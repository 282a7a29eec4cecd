import chromium from '@sparticuz/chromium';
import { noBrowser } from './open-browser.ts';

/** Unpacks the browser once, before test files that run at the same time would both do it. */
export async function setup(): Promise<void> {
  if (noBrowser === undefined) await chromium.executablePath();
}
