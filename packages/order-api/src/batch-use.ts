/** What placing a batch asks of the tables where nothing goes wrong: for whoever says what it costs. Reads are consistent. */
export const batchUse = {
  /** Orders of a part at most. */
  linesOfPart: 50,
  /** Of each line that is an order: its key and the order are looked up, and what was accepted is kept of both. */
  line: { reads: 2, writes: 2 },
  /** Of each part: it is kept, read, and written over with its answers. */
  part: { reads: 1, writes: 2 },
} as const;
