import { describe, expect, it } from 'vitest';
import type { StageNote } from '../assembly/stage-note.ts';
import { faultTargetsHere, faultTargetsOf } from './fault-targets.ts';

/** An assembly of functions with these notes, in a template's order. */
const anAssembly = (notes: readonly (StageNote | undefined)[], environments: Readonly<Record<string, object>> = {}) =>
  ({
    functions: notes.map((stage) => ({ ...(stage && { stage }), environment: environments[stage?.word ?? ''] ?? {} })),
    stateMachine: { definition: '{}' },
    tables: [{ name: 'Shop-Orders' }],
  }) as never;

/** A stage that a team has put in between is aimed at like these. */
const known = new Set(['validate', 'payment', 'refund', 'shipping', 'cancel', 'notify', 'events', 'park']);

describe(faultTargetsOf, () => {
  it('aims at each stage of the synthesized workflow, its undo behind it, at the bus for events and at the queue', () => {
    const targets = faultTargetsHere();
    expect(targets.filter(({ name }) => known.has(name))).toEqual([
      { name: 'validate', layers: ['catalog', 'table', 'lambda'] },
      { name: 'payment', layers: ['gateway', 'lambda'], call: 'charge' },
      { name: 'refund', layers: ['gateway', 'lambda'], call: 'refund', undoes: 'payment' },
      { name: 'shipping', layers: ['carrier', 'lambda'], call: 'book' },
      { name: 'cancel', layers: ['carrier', 'lambda'], call: 'cancel', undoes: 'shipping' },
      { name: 'notify', layers: ['topic', 'table', 'lambda'] },
      { name: 'events', layers: ['events'] },
      { name: 'park', layers: ['queue'] },
    ]);
  });

  it('aims at a stage and an undo that nobody has listed, and at no function that is no stage', () => {
    const notes = [
      { word: 'reserve-stock', port: { name: 'warehouse', call: 'reserve' }, faults: [] },
      { word: 'gift-wrap', faults: [] },
      undefined,
      { word: 'release-stock', undoes: 'reserve-stock', faults: [] },
    ];
    expect(faultTargetsOf(anAssembly(notes))).toEqual([
      { name: 'reserve-stock', layers: ['lambda'] },
      { name: 'release-stock', layers: ['lambda'], undoes: 'reserve-stock' },
      { name: 'gift-wrap', layers: ['lambda'] },
    ]);
  });

  it('aims at the table of each function that is told of one', () => {
    const notes = [
      { word: 'reserve-stock', port: { name: 'catalog' }, faults: [] },
      { word: 'gift-wrap', faults: [] },
      { word: 'weigh', faults: [] },
    ];
    const environments = {
      'reserve-stock': { ORDERS_TABLE_NAME: 'Shop-Orders' },
      'gift-wrap': { ANY_NAME_AT_ALL: 'Shop-Orders' },
      weigh: { ORDERS_TABLE_NAME: 'Shop-Orders-of-another' },
    };
    expect(faultTargetsOf(anAssembly(notes, environments))).toEqual([
      { name: 'reserve-stock', layers: ['catalog', 'table', 'lambda'] },
      { name: 'gift-wrap', layers: ['table', 'lambda'] },
      { name: 'weigh', layers: ['lambda'] },
    ]);
  });
});
