/**
 * Adds a line to the end of an object literal, which is found by how it ends.
 *
 * @throws RangeError when no literal ends so, or more than one does
 */
export function insertEntry(source: string, end: string, entry: string): string {
  const [before, after, ...more] = source.split(end);
  if (before === undefined || after === undefined || more.length > 0)
    throw new RangeError(`expected one place that reads ${JSON.stringify(end)}`);
  return `${before}  ${entry},\n${end}${after}`;
}
