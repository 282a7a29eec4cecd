const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address of a service that money or parcels depend on: https, or plain http to this machine only, and without a
 * user or password, which would end up in logs. It ends in a slash, so that paths resolve below it.
 *
 * @throws RangeError without repeating the address
 */
export function serviceAddress(address: string): URL {
  if (!URL.canParse(address)) throw new RangeError('the address of the service is not a URL');
  const url = new URL(address);
  const here = url.protocol === 'http:' && loopback.test(url.hostname);
  if (url.protocol !== 'https:' && !here)
    throw new RangeError('the address of the service must begin with https:// unless it is on this machine');
  if (url.username || url.password || url.search || url.hash)
    throw new RangeError('the address of the service must not hold a user, a password, a query or a fragment');
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
