import { noBrowser } from './open-browser.ts';

/** Unpacks the browser once, before test files that run at the same time would both do it, and says when there is none. */
export function setup(): void {
  if (noBrowser !== undefined) console.log(`The console is not tested in a browser: ${noBrowser}.`);
}
