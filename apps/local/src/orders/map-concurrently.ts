/**
 * Works on many things, at most `concurrency` at once, and hands the results on one by one in the order of the things,
 * each as soon as those before it have been. While a result is being handed on, its worker begins nothing new.
 */
export async function mapConcurrently<Thing, Result>(
  things: readonly Thing[],
  concurrency: number,
  work: (thing: Thing) => Promise<Result>,
  handOn: (result: Result, thing: Thing) => Promise<void>,
): Promise<void> {
  const queue = things.entries();
  const done = new Map<number, () => Promise<void>>();
  let turn = 0;
  let handing = Promise.resolve();

  async function handOnWhatIsDue(): Promise<void> {
    for (let due = done.get(turn); due; due = done.get(turn)) {
      done.delete(turn);
      turn++;
      await due();
    }
  }

  async function worker(): Promise<void> {
    for (const [index, thing] of queue) {
      const result = await work(thing);
      done.set(index, () => handOn(result, thing));
      handing = handing.then(handOnWhatIsDue);
      await handing;
    }
  }
  await Promise.all(Array.from({ length: concurrency }, worker));
}
