import { makeTable } from '@order-workflow/stage-kit/testing';
import { undoContract } from '@order-workflow/stage-kit/testing/undo';
import { startDynalite } from '@order-workflow/toolchain/emulators';
import { afterAll, describe, expect, it } from 'vitest';
import { aStock, needsOf } from '../test/a-stock.ts';
import { dynamoStockTable } from './adapters/dynamo-stock-table.ts';
import { memoryStockTable } from './adapters/memory-stock-table.ts';
import { askAfterHolds } from './ask-after-holds.ts';
import { holdPieces } from './hold-pieces.ts';
import type { StockTable } from './ports/stock-table.ts';
import { releasePieces } from './release-pieces.ts';

const emulator = await startDynalite();
await makeTable(emulator.service, 'Stock', 'id');
afterAll(() => emulator.stop());

let used = 0;
for (const [name, table] of [
  ['in memory', memoryStockTable()],
  ['on DynamoDB', dynamoStockTable({ ...emulator.service, table: 'Stock' })],
] satisfies [string, StockTable][])
  undoContract(`Release Stock ${name}`, async () => {
    const [sku, other, orderId] = [`SKU${++used}`, `CUP${used}`, `${used}`];
    const { ports, level } = await aStock({ [sku]: 5, [other]: 5 }, table);
    const needs = needsOf(orderId, { [sku]: 2, [other]: 1 });
    return {
      act: () => holdPieces(needs, ports),
      async undo() {
        const decision = await releasePieces(needs, ports);
        if (decision.kind === 'failure') throw decision.failure;
      },
      async standing() {
        const levels = [await level(sku), await level(other)];
        expect(levels.map(({ left, held }) => left + (held.length > 0 ? 1 : 0))).not.toContain(6);
        return new Set(levels.flatMap(({ held }) => held.map((hold) => hold.replace(/^\d+ /, '')))).size;
      },
      forget: () => {},
    };
  });

describe(releasePieces, () => {
  it('gives back once what it undoes twice', async () => {
    const { ports, level } = await aStock({ TEA: 5 });
    const needs = needsOf('7', { TEA: 3 });
    await holdPieces(needs, ports);
    const receipt = { status: 'released', reference: 'order-7-stock', settledAt: '2026-03-02T10:00:00.000Z' };
    for (let times = 0; times < 3; times++)
      expect(await releasePieces(needs, ports)).toEqual({ kind: 'receipt', receipt });
    expect(await level('TEA')).toEqual({ left: 5, sold: 0, held: [] });
  });

  it('takes what was sold back, once, when a fulfilled order is cancelled', async () => {
    const { ports, level, stands } = await aStock({ TEA: 5 });
    const needs = needsOf('7', { TEA: 3 });
    await holdPieces(needs, ports);
    stands('7', 'fulfilled');
    await askAfterHolds('TEA', ports);
    expect(await level('TEA')).toEqual({ left: 2, sold: 3, held: [] });
    stands('7', 'unsettled');
    for (let times = 0; times < 3; times++) await releasePieces(needs, ports);
    expect(await level('TEA')).toEqual({ left: 5, sold: 0, held: [] });
  });

  it('has no effect on another attempt at the same order', async () => {
    const { ports, level } = await aStock({ TEA: 5 });
    await holdPieces(needsOf('7', { TEA: 3 }, 2), ports);
    await releasePieces(needsOf('7', { TEA: 3 }), ports);
    expect(await level('TEA')).toEqual({ left: 2, sold: 0, held: ['3 for 7.2'] });
  });

  it('says that pieces may still be held when the table is not there', async () => {
    const away = async () => ({ answer: 'unavailable', detail: 'throttled' }) as const;
    const message = 'order-7-stock: throttled; pieces may still be held.';
    for (const lost of ['level', 'note', 'change', 'writeNote'] as const) {
      const { ports } = await aStock({ TEA: 5 });
      const decision = await releasePieces(needsOf('7', { TEA: 1 }), {
        ...ports,
        table: { ...ports.table, [lost]: away },
      });
      const failure = { name: 'StockUnavailable', family: 'fault', message };
      expect(decision).toMatchObject({ kind: 'failure', failure });
    }
  });
});
