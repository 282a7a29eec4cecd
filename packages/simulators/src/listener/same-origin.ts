import type { IncomingMessage } from 'node:http';

const loopback = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** How a browser says that a page of its own origin, or its user, wants this (Fetch Metadata, "Sec-Fetch-Site"). */
const ownSites: ReadonlySet<string> = new Set(['same-origin', 'none']);

/**
 * Why a request is somebody else's page's: it came by a name that was made to point here (DNS rebinding), or from a page
 * of another origin, which any browser on this machine may show. Undefined for a program, and for a page of this server.
 */
export function sameOriginProblem({ headers, rawHeaders, url }: IncomingMessage): string | undefined {
  const { host = '', origin, 'sec-fetch-site': site } = headers;
  if (!hostsOf(rawHeaders, url).every((one) => loopback.test(one)))
    return 'Host: expected a loopback address, as 127.0.0.1 or localhost';
  if (origin !== undefined && origin !== `http://${host}`)
    return 'Origin: pages of another origin are not answered, expected none or this one';
  if (site !== undefined && !ownSites.has(String(site)))
    return 'Sec-Fetch-Site: pages of another origin are not answered, expected none or same-origin';
  return undefined;
}

/**
 * All that a request says of whom it is for, of which Node takes the first header: each Host, none as an empty one, and what
 * stands in its first line where that is a whole address (RFC 9112, 3.2.2: it counts before the header).
 */
function hostsOf(rawHeaders: readonly string[], url = ''): readonly string[] {
  const given = rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');
  const [, address] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i.exec(url) ?? [];
  return [...(given.length > 0 ? given : ['']), ...(address === undefined ? [] : [address])];
}
