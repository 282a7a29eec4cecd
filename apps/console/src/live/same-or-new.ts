/** `before` when both hold the same, so that nothing is drawn anew. Both are plain data. */
export function sameOrNew<Data>(before: Data | undefined, now: Data): Data {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}
