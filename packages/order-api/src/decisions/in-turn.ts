/** Calls with each item, at most so many at once, in their sequence. Rejects with the first that does, and begins no more then. */
export async function inTurn<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  call: (item: Item, index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  let isBroken = false;
  const work = async () => {
    for (const [index, item] of waiting) {
      if (isBroken) return;
      results[index] = await call(item, index);
    }
  };
  const workers = Array.from({ length: atOnce }, () =>
    work().catch((problem) => {
      isBroken = true;
      throw problem;
    }),
  );
  await Promise.all(workers);
  return results;
}
