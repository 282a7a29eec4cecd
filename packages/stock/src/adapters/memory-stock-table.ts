import {
  type AttemptNote,
  type LevelChange,
  type StockLevel,
  type StockTable,
  sameHold,
} from '../ports/stock-table.ts';

/** A table in the process, for tests and models. */
export function memoryStockTable(): StockTable {
  const levels = new Map<string, StockLevel>();
  const notes = new Map<string, AttemptNote>();
  return {
    async level(sku) {
      const item = levels.get(sku);
      return item ? { answer: 'found', item } : { answer: 'nothing' };
    },
    async begin(sku, left) {
      if (levels.has(sku)) return { answer: 'changed' };
      levels.set(sku, { sku, left, sold: 0, turn: 1, holds: [] });
      return { answer: 'written' };
    },
    async change(sku, change) {
      const level = levels.get(sku);
      if (!level || !holds(level, change)) return { answer: 'changed' };
      levels.set(sku, changed(level, change));
      return { answer: 'written' };
    },
    async note(key) {
      const item = notes.get(key);
      return item ? { answer: 'found', item } : { answer: 'nothing' };
    },
    async writeNote(key, note, found) {
      if (notes.get(key)?.revision !== found?.revision) return { answer: 'changed' };
      notes.set(key, note);
      return { answer: 'written' };
    },
  };
}

function holds(level: StockLevel, { turn = level.turn, present = [], absent = [], add, drop = [], left }: LevelChange) {
  const has = (hold: Parameters<typeof sameHold>[0]) => level.holds.some((other) => sameHold(hold, other));
  return (
    turn === level.turn &&
    level.left + left >= 0 &&
    [...present, ...drop].every(has) &&
    ![...absent, ...(add ? [add] : [])].some(has)
  );
}

function changed(level: StockLevel, { add, drop = [], left, sold, turns }: LevelChange): StockLevel {
  const kept = level.holds.filter((hold) => !drop.some((dropped) => sameHold(hold, dropped)));
  return {
    ...level,
    left: level.left + left,
    sold: level.sold + sold,
    turn: level.turn + (turns ? 1 : 0),
    holds: add ? [...kept, add] : kept,
  };
}
