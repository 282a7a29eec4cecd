import { holdPieces } from '../src/hold-pieces.ts';
import { releasePieces } from '../src/release-pieces.ts';
import type { StockPorts } from '../src/stock-ports.ts';
import { needsOf } from './a-stock.ts';

/** An order, what becomes of it once its pieces are held, and how often its stage runs beside the run that counts. */
export interface OrderToRun {
  readonly pieces: Readonly<Record<string, number>>;
  readonly ends: 'fulfilled' | 'undone' | 'cancelled' | 'pending';
  readonly strays: number;
  /** After so many faults the stage is given up, and undone. */
  readonly patience: number;
}

/** What an execution does with the order store. */
interface Store {
  stands(orderId: string, standing: 'unsettled' | 'fulfilled' | 'nothing-held'): void;
  /** Lets others go first. */
  turn(): Promise<void>;
}

/**
 * Runs an order as an execution does: the stage is tried some times, and undone where it is not known what it did. Says how the
 * order stands in the end.
 */
export async function runOrder(
  id: string,
  { pieces, ends, strays, patience }: OrderToRun,
  ports: StockPorts,
  { stands, turn }: Store,
): Promise<'fulfilled' | 'pending' | 'nothing-held'> {
  const needs = needsOf(id, pieces);
  for (let stray = 0; stray < strays; stray++) void holdPieces(needs, ports);
  const held = await tried();
  if (held === 'rejected') return end();
  if (held === 'given-up' || ends === 'undone') return undo();
  if (ends === 'pending') return 'pending';
  stands(id, 'fulfilled');
  if (ends === 'fulfilled') return 'fulfilled';
  await turn();
  stands(id, 'unsettled');
  return undo();

  async function tried() {
    for (let tries = 0; tries < patience; tries++) {
      const decision = await holdPieces(needs, ports);
      if (decision.kind === 'receipt') return 'held';
      if (decision.failure.family === 'rejection') return 'rejected';
    }
    return 'given-up';
  }

  async function undo() {
    while ((await releasePieces(needs, ports)).kind === 'failure');
    return end();
  }

  function end() {
    stands(id, 'nothing-held');
    return 'nothing-held' as const;
  }
}
