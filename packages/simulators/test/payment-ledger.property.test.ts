import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentEntry } from '../src/gateway/payment-row.ts';
import { memoryStore } from '../src/ledger/memory-store.ts';
import { sqliteStore } from '../src/ledger/sqlite-store.ts';
import { temporaryLedgerFile } from '../src/testing/temporary-ledger-file.ts';
import { keysLiveMs, paymentEvent, paymentWorld } from './payment-world.ts';

type Effect = Extract<PaymentEntry, { kind: 'effect' }>;
const events = fc.array(paymentEvent, { maxLength: 40 });

/** `pnpm test:long` tries ten times as many. */
const times = Number(process.env['TIMES'] ?? 1);

describe('the ledger of the gateway, whatever happens', () => {
  it('charges once a living key, gives back what was charged and no more, and keeps what it ended', () => {
    fc.assert(
      fc.property(events, (events) => {
        const world = paymentWorld(memoryStore);
        for (const event of events) world.happen(event);
        world.clock.advance(5_000);
        const { journal, charges } = world.state();
        const effects = journal.filter((entry) => entry.kind === 'effect');
        for (const { chargeId } of charges) expectSoundCharge(effects.filter(({ id }) => id === chargeId));
        for (const key of new Set(effects.map((effect) => effect.key)))
          expectSoundKey(effects.filter((effect) => effect.key === key));
        expect(world.book().held()).toBe(
          sum(effects, firstCharged) - sum(effects, ({ effect }) => effect === 'refunded'),
        );
        expect(JSON.stringify(journal)).not.toContain('tok_secret');
      }),
      { numRuns: 500 * times },
    );
  });

  it('is the same in memory and in a file that is closed and opened again at any time', () => {
    const reopening = fc.array(fc.tuple(paymentEvent, fc.boolean()), { maxLength: 25 });
    fc.assert(
      fc.property(reopening, (events) => {
        const { ledgerFile, remove } = temporaryLedgerFile();
        const memory = paymentWorld(memoryStore);
        const file = paymentWorld(() => sqliteStore(ledgerFile, 'payment'));
        try {
          for (const [event, reopen] of events) {
            expect(file.happen(event)).toEqual(memory.happen(event));
            if (reopen) file.reopen();
          }
          expect(file.state()).toEqual(memory.state());
        } finally {
          file.close();
          remove();
        }
      }),
      { numRuns: 25 * times },
    );
  });
});

/** Of one charge: what may follow what, and no money that goes back twice. */
function expectSoundCharge(effects: readonly Effect[]): void {
  const follows: Partial<Record<Effect['effect'] | 'none', readonly Effect['effect'][]>> = {
    none: ['charged', 'pending', 'declined', 'blocked'],
    pending: ['charged', 'voided'],
    charged: ['refunding', 'refunded', 'refund-failed'],
    'refund-failed': ['refunding', 'refunded', 'refund-failed'],
    refunding: ['refunded', 'refund-failed'],
  };
  let last: Effect['effect'] | 'none' = 'none';
  for (const { effect, amount } of effects) {
    expect(follows[last] ?? [], `after ${last}`).toContain(effect);
    expect(amount).toEqual(effects[0]?.amount);
    last = effect;
  }
}

/** Of one key: another charge comes only after the key was forgotten, and never after one that was undone; a block also after one that was declined. */
function expectSoundKey(effects: readonly Effect[]): void {
  const begun = effects.filter(({ id }, index) => effects.findIndex((other) => other.id === id) === index);
  for (const [index, { at, effect, id }] of begun.entries()) {
    const before = begun[index - 1];
    if (!before) continue;
    if (effect !== 'blocked' || before.effect !== 'declined')
      expect(Date.parse(at) - Date.parse(before.at)).toBeGreaterThanOrEqual(keysLiveMs);
    const earlier = effects.slice(
      0,
      effects.findIndex((other) => other.id === id),
    );
    expect(earlier.filter((each) => ['blocked', 'voided', 'refunding', 'refunded'].includes(each.effect))).toEqual([]);
  }
}

/** Money is taken when a charge is made; that it is charged again after a refund was given up takes none. */
function firstCharged({ effect }: Effect): boolean {
  return effect === 'charged';
}

function sum(effects: readonly Effect[], which: (effect: Effect) => boolean): number {
  return effects.filter(which).reduce((total, { amount }) => total + (amount?.amount ?? 0), 0);
}
