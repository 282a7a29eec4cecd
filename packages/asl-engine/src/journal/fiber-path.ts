/** True when a fiber's path lies below another's: a branch or an iteration of it, at any depth. */
export function isBelow(path: string, above: string): boolean {
  return above === '' ? path !== '' : path.startsWith(`${above}/`);
}
