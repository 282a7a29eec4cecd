import type { IncomingHttpHeaders } from 'node:http';

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** How a browser says that a page of its own origin, or its user, wants this (Fetch Metadata, "Sec-Fetch-Site"). */
const ownSites: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * Why a request is somebody else's page's: it came by a name that was made to point here (DNS rebinding), or from a page
 * of another origin, which any browser on this machine may show. Undefined for a program, and for a page of this server.
 */
export function findStranger(headers: IncomingHttpHeaders): string | undefined {
  const { host = '', origin, 'sec-fetch-site': site } = headers;
  if (!loopback.test(host)) return 'Host: expected a loopback address, as 127.0.0.1 or localhost';
  if (origin !== undefined && origin !== `http://${host}`)
    return 'Origin: pages of another origin are not answered, expected none or this one';
  if (site !== undefined && !ownSites.has(String(site)))
    return 'Sec-Fetch-Site: pages of another origin are not answered, expected none or same-origin';
  return undefined;
}
