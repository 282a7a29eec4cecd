import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fail, leave } from './decision.ts';
import { orderSchema } from './order.ts';
import { fault, rejection } from './stage-failure.ts';
import { createStageHandler, StageContractBroken } from './stage-handler.ts';
import { defineStage } from './stage-manifest.ts';
import { anOrder } from './testing/index.ts';

class GiftRefused extends rejection('GiftRefused') {}
class WrapperAway extends fault('WrapperAway') {}

const wrapGift = defineStage({
  key: 'gift',
  stateName: 'Wrap Gift',
  functionName: 'WrapGiftFunction',
  bundle: '@example/gift/lambda/wrap-gift',
  needs: z.object({ order: orderSchema }),
  receipt: z.object({ paper: z.string(), metres: z.number().check(z.minimum(0)) }),
  rejections: [GiftRefused],
  faults: [WrapperAway],
  patience: 'prompt',
  timeoutSeconds: 5,
  memoryMb: 128,
});

const order = anOrder().build();

describe(createStageHandler, () => {
  it('returns the receipt, and only the receipt', async () => {
    const handler = createStageHandler(wrapGift, () => leave({ paper: 'red', metres: 1.5 }));
    expect(await handler({ order, validation: {} })).toEqual({ paper: 'red', metres: 1.5 });
  });

  it('gives the decision what the manifest names, and nothing else of the record', async () => {
    const given: unknown[] = [];
    const handler = createStageHandler(wrapGift, async (needs) => {
      given.push(needs);
      return leave({ paper: 'red', metres: 1 });
    });
    await handler({ order, payment: { chargeId: 'ch_1' }, __proto__: { hidden: true } });
    expect(given).toEqual([{ order }]);
  });

  it('drops from the receipt what the manifest does not describe', async () => {
    const receipt = { paper: 'red', metres: 1, cost: 3 };
    expect(await createStageHandler(wrapGift, () => leave(receipt))({ order })).toEqual({ paper: 'red', metres: 1 });
  });

  it('throws the rejection that the stage decided on, itself', async () => {
    const refused = new GiftRefused(['We do not wrap ladders.']);
    await expect(createStageHandler(wrapGift, () => fail(refused))({ order })).rejects.toBe(refused);
  });

  it('throws the fault that the stage met, itself', async () => {
    const away = new WrapperAway('nobody at the counter');
    await expect(createStageHandler(wrapGift, async () => fail(away))({ order })).rejects.toBe(away);
  });

  it('lets a defect pass as it is, so that nobody mistakes it for an answer', async () => {
    const handler = createStageHandler(wrapGift, () => {
      throw new TypeError('a defect');
    });
    await expect(handler({ order })).rejects.toThrow(new TypeError('a defect'));
  });

  it.each([
    ['an empty record', {}, 'Wrap Gift cannot read the record: order: missing, expected an object'],
    ['no record', undefined, 'Wrap Gift cannot read the record: order: missing, expected an object'],
    [
      'a record that is a text',
      'order',
      'Wrap Gift cannot read the record: order: given a text of 5 characters, expected an object',
    ],
    [
      'two wrong fields',
      { order: { ...order, orderId: 'a b', items: [] } },
      'Wrap Gift cannot read the record: order.orderId: given "a b", expected 1 to 64 letters, digits, - or _; ' +
        'order.items: given a list of 0, expected at least 1 entry',
    ],
  ])('says what is wrong with %s, and does not decide', async (_what, record, message) => {
    const handler = createStageHandler(wrapGift, () => expect.unreachable('decided on a record that it cannot read'));
    await expect(handler(record)).rejects.toThrow(new StageContractBroken(message));
  });

  it('keeps personal data out of its complaint', async () => {
    const record = { order: { ...order, customerEmail: 'jane at home', customerPhone: 491511234567 } };
    const handler = createStageHandler(wrapGift, () => leave({ paper: 'red', metres: 1 }));
    const { message } = await handler(record).then(
      () => expect.unreachable('handled'),
      (error: Error) => error,
    );
    expect(message).toContain('order.customerEmail: given a text of 12 characters');
    expect(message).not.toMatch(/jane|4915/);
  });

  it('refuses to leave a receipt that its own manifest does not describe', async () => {
    const handler = createStageHandler(wrapGift, () => leave({ paper: 'red', metres: -1 }));
    await expect(handler({ order })).rejects.toThrow(
      new StageContractBroken('Wrap Gift left a receipt that is not its own: metres: given -1, expected at least 0'),
    );
  });
});

describe(defineStage, () => {
  it('fills in what a stage rarely has', () => {
    const { rejections: _, ...facts } = wrapGift;
    const stage = defineStage({ ...facts, rejections: [] });
    expect(stage).toMatchObject({ settings: [], access: {}, rejections: [] });
    expect(defineStage({ ...wrapGift, settings: ['PAPER'], access: { notifications: 'publish' } })).toMatchObject({
      settings: ['PAPER'],
      access: { notifications: 'publish' },
    });
  });

  it('keeps the names that the composition matches', () => {
    expect(wrapGift.rejections.map(({ errorName }) => errorName)).toEqual(['GiftRefused']);
    expect(wrapGift.faults.map(({ errorName }) => errorName)).toEqual(['WrapperAway']);
  });

  it('knows whether a record holds what the stage needs', () => {
    expect(wrapGift.accepts({ order })).toBe(true);
    expect(wrapGift.accepts({ order: { ...order, items: [] } })).toBe(false);
  });
});
