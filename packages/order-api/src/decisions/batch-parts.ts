import { batchUse } from '../batch-use.ts';
import type { PartLine } from '../ports/batches.ts';

/** The most characters of a part: DynamoDB takes 400 KB an item, and each character may be three bytes. */
const mostCharacters = 100_000;

/** The lines of a batch in parts, each of which is kept, placed and answered as one. A part has one line at least. */
export function batchParts(lines: readonly PartLine[]): readonly (readonly PartLine[])[] {
  const parts: PartLine[][] = [];
  let characters = 0;
  for (const line of lines) {
    const { length } = JSON.stringify(line);
    const last = parts.at(-1);
    if (last && last.length < batchUse.linesOfPart && characters + length <= mostCharacters) {
      last.push(line);
      characters += length;
    } else {
      parts.push([line]);
      characters = length;
    }
  }
  return parts;
}
