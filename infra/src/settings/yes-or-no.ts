/**
 * Reads a context that is either so or not.
 *
 * @throws TypeError that names what was given
 */
export function yesOrNo(context: string, given: unknown): boolean {
  if (given === true || given === 'true') return true;
  if (given === false || given === 'false') return false;
  throw new TypeError(`context ${context}: given ${JSON.stringify(given)}, expected true or false`);
}
