/**
 * The address itself, if it is of this machine. Whatever is deployed without an address of an emulator goes to AWS, so
 * every process and client here gets its address from this function.
 *
 * @throws RangeError for any other address
 */
export function loopbackOnly(address: string): string {
  const { hostname, protocol } = new URL(address);
  const loopback = hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
  if (protocol !== 'http:' || !loopback)
    throw new RangeError(`given ${address}, expected http://127.0.0.1:<port>: a test never deploys anywhere else`);
  return address;
}
