import type fc from 'fast-check';
import type { StockTable, Written } from '../src/ports/stock-table.ts';

/** What becomes of a write. `lands-later`: no answer comes, and it arrives whenever the schedule says. */
export type WriteFault = 'none' | 'throttled' | 'lost-before' | 'lost-after' | 'lands-later';

/** A table whose calls are answered in the order of a schedule, and whose writes meet these faults, one after the other. */
export function scheduledTable(table: StockTable, s: fc.Scheduler, faults: readonly WriteFault[]): StockTable {
  const next = faults[Symbol.iterator]();
  const turn = () => s.schedule(Promise.resolve());
  const lost = { answer: 'lost', detail: 'no answer' } as const;

  async function write(perform: () => Promise<Written>): Promise<Written> {
    await turn();
    switch (next.next().value ?? 'none') {
      case 'none':
        return perform();
      case 'throttled':
        return { answer: 'unavailable', detail: 'throttled' };
      case 'lost-before':
        return lost;
      case 'lost-after':
        await perform();
        return lost;
      case 'lands-later':
        void turn().then(turn).then(turn).then(perform);
        return lost;
    }
  }

  return {
    async level(...asked) {
      await turn();
      return table.level(...asked);
    },
    async note(...asked) {
      await turn();
      return table.note(...asked);
    },
    begin: (...asked) => write(() => table.begin(...asked)),
    change: (...asked) => write(() => table.change(...asked)),
    writeNote: (...asked) => write(() => table.writeNote(...asked)),
  };
}
