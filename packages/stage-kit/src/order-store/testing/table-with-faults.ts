import type { OrderTable, WriteAnswer } from '../order-table.ts';

/** What becomes of one write. `lands-later`: no answer comes, and it is written when the test says so. */
export type WriteFault = 'none' | 'throttled' | 'lost-before-write' | 'lost-after-write' | 'lands-later';

export interface TableWithFaults extends OrderTable {
  /** Lets the writes that are under way arrive, and says what the table answered. */
  land(): Promise<readonly WriteAnswer[]>;
}

/** A table whose writes meet these faults, one after the other; afterwards it is well. */
export function tableWithFaults(table: OrderTable, ...faults: readonly WriteFault[]): TableWithFaults {
  const next = faults[Symbol.iterator]();
  const underWay: (() => Promise<WriteAnswer>)[] = [];
  const lost = { answer: 'lost', detail: 'the answer was lost' } as const;
  return {
    read: (orderId, signal) => table.read(orderId, signal),
    async writeIf(...write) {
      const fault: WriteFault = next.next().value ?? 'none';
      switch (fault) {
        case 'none':
          return table.writeIf(...write);
        case 'throttled':
          return { answer: 'unavailable', detail: 'throttled' };
        case 'lost-before-write':
          return lost;
        case 'lost-after-write':
          await table.writeIf(...write);
          return lost;
        case 'lands-later':
          underWay.push(() => table.writeIf(...write));
          return lost;
      }
    },
    land: () => Promise.all(underWay.splice(0).map((write) => write())),
  };
}
