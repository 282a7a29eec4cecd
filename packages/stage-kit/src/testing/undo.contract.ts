import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** What a stage does in somebody else's system, and its undo, to be tried on one order. */
export interface UndoUnderTest {
  /** The doing as it reaches the other system, with its key: at first, again, or late. */
  act(): Promise<unknown>;
  /** The whole undo, as its stage does it. Rejects when it was not able to. */
  undo(): Promise<unknown>;
  /** How many effects stand: charges that hold money, parcels that go out. */
  standing(): Promise<number> | number;
  /** The other system forgets what it forgets in time, such as the answers that it replays by key. */
  forget(): Promise<void> | void;
  close?(): Promise<void> | void;
}

/**
 * What every undo does: *it leaves its key so that the doing which arrives later, at any time, does nothing.* A request
 * may be on its way for longer than anybody remembers its key. `make` gives a system that has seen nothing of the order.
 */
export function undoContract(name: string, make: () => UndoUnderTest | Promise<UndoUnderTest>): void {
  describe(`${name} keeps the contract of an undo`, () => {
    let world: UndoUnderTest;
    beforeEach(async () => {
      world = await make();
    });
    afterEach(() => world.close?.());

    it('leaves nothing of what was done', async () => {
      await world.act();
      expect(await world.standing()).toBe(1);
      await world.undo();
      expect(await world.standing()).toBe(0);
    });

    it('lets a doing that comes after it do nothing', async () => {
      await world.act();
      await world.undo();
      await world.act();
      expect(await world.standing()).toBe(0);
    });

    it('lets a doing that it came before do nothing', async () => {
      await world.undo();
      await world.act();
      expect(await world.standing()).toBe(0);
    });

    it.each(['act', 'undo'] as const)('leaves nothing when both come at once, and %s is first', async (first) => {
      const second = first === 'act' ? 'undo' : 'act';
      await Promise.all([world[first](), world[second]()]);
      expect(await world.standing()).toBe(0);
    });

    it('does nothing more the second time, one after another or both at once', async () => {
      await world.act();
      await Promise.all([world.undo(), world.undo()]);
      await world.undo();
      expect(await world.standing()).toBe(0);
    });

    it('lets a doing do nothing that comes when what was done and undone is forgotten', async () => {
      await world.act();
      await world.undo();
      await world.forget();
      await world.act();
      expect(await world.standing()).toBe(0);
    });

    it('lets a doing do nothing that comes for the first time when the undo is forgotten', async () => {
      await world.undo();
      await world.forget();
      await world.act();
      expect(await world.standing()).toBe(0);
    });

    it('can be done again when it is forgotten, and again nothing is left', async () => {
      await world.act();
      await world.undo();
      await world.forget();
      await world.undo();
      await world.act();
      expect(await world.standing()).toBe(0);
    });
  });
}
