import { orderSchema } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fail, leave } from './decision.ts';
import { fault, NoticedDefect, rejection } from './stage-failure.ts';
import { createStageHandler, StageContractBroken } from './stage-handler.ts';
import { defineStage } from './stage-manifest.ts';
import type { Surroundings } from './surroundings.ts';

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
  patienceSeconds: 60,
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

  it('lets a defect pass by its name, so that nobody mistakes it for an answer', async () => {
    const handler = createStageHandler(wrapGift, () => {
      throw new TypeError('no paper for jane@example.com');
    });
    const thrown = await handler({ order }).catch((error: Error) => error);
    expect(thrown).toMatchObject({ name: 'TypeError', message: expect.stringMatching(/^a defect of Wrap Gift;/) });
    expect(thrown).toHaveProperty('stack', expect.stringMatching(/^TypeError: a defect.*\n {4}at .*stage-handler/));
    expect(JSON.stringify(thrown, Object.getOwnPropertyNames(thrown))).not.toContain('jane');
  });

  it('lets a defect that a stage noticed itself say what it found', async () => {
    class PaperMismatch extends NoticedDefect {
      override readonly name = 'PaperMismatch';
    }
    const mismatch = new PaperMismatch('red where the order says blue');
    const handler = createStageHandler(wrapGift, () => {
      throw mismatch;
    });
    await expect(handler({ order })).rejects.toBe(mismatch);
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
      { order: { ...order, orderId: 'a@b', items: [] } },
      'Wrap Gift cannot read the record: order.orderId: given a text of 3 characters, expected an order number without @; ' +
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

describe('what an invocation writes', () => {
  function surroundings() {
    const lines: string[] = [];
    let now = 1_700_000_000_000;
    const given: Surroundings = {
      clock: { now: () => (now += 7) },
      functionName: 'WrapGiftFunction',
      traceHeader: () => 'Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1',
      write: (line) => lines.push(line),
    };
    return { given, lines: () => lines.map((line) => JSON.parse(line)) };
  }

  it('is one line, with what the invocation was and how it ended', async () => {
    const { given, lines } = surroundings();
    const handler = createStageHandler(wrapGift, () => leave({ paper: 'red', metres: 1 }), given);
    const execution = { name: `order-${order.orderId}`, attempt: 2 };
    await handler({ order, execution }, { awsRequestId: 'r-1' });
    await handler({ order }, { awsRequestId: 'r-2' });
    expect(lines()).toMatchObject([
      {
        timestamp: '2023-11-14T22:13:20.014Z',
        level: 'INFO',
        requestId: 'r-1',
        traceId: '1-5759e988-bd862e3fe1be46a994272793',
        functionName: 'WrapGiftFunction',
        state: 'Wrap Gift',
        orderId: order.orderId,
        executionName: execution.name,
        attempt: 2,
        outcome: 'receipt',
        result: 'receipt',
        coldStart: true,
        durationMs: 7,
      },
      { requestId: 'r-2', coldStart: false },
    ]);
  });

  it('counts what the stage came upon as its manifest names it, also where it fails, and nothing of another name', async () => {
    const torn = { name: 'tornPaper', heading: 'Paper was torn', says: 'Paper was torn.', runbook: 'Buy another.' };
    const decisions = [
      { ...leave({ paper: 'red', metres: 1 }), found: { tornPaper: 2, jane: 1 } },
      { ...fail(new GiftRefused(['no'])), found: { tornPaper: 1 } },
      leave({ paper: 'red', metres: 1 }),
    ];
    const { given, lines } = surroundings();
    const handler = createStageHandler(
      { ...wrapGift, findings: [torn] },
      () => decisions.shift() ?? fail(new WrapperAway('')),
      given,
    );
    for (const _ of [...decisions]) await handler({ order }).catch(() => undefined);
    expect(lines().map(({ tornPaper }) => tornPaper)).toEqual([2, 1, 0]);
    expect(JSON.stringify(lines())).not.toContain('jane');
    for (const { _aws } of lines())
      expect(_aws.CloudWatchMetrics).toContainEqual({
        Namespace: 'OrderWorkflow',
        Dimensions: [['functionName']],
        Metrics: [{ Name: 'tornPaper', Unit: 'Count' }],
      });
  });

  it.each([
    [
      'a rejection',
      () => fail(new GiftRefused(['no'])),
      { level: 'INFO', outcome: 'rejection', result: 'GiftRefused' },
    ],
    [
      'a fault',
      () => fail(new WrapperAway('nobody there')),
      { level: 'WARN', outcome: 'fault', result: 'WrapperAway', detail: 'nobody there' },
    ],
    [
      'a receipt that is not its own',
      () => leave({ paper: 'red', metres: -1 }),
      { level: 'ERROR', outcome: 'defect', result: 'StageContractBroken' },
    ],
  ])('tells %s by name', async (_, decide, line) => {
    const { given, lines } = surroundings();
    await createStageHandler(wrapGift, decide, given)({ order }).catch(() => undefined);
    expect(lines()).toMatchObject([line]);
    expect('detail' in lines()[0]).toBe('detail' in line);
  });

  it('tells of a record that the stage cannot read', async () => {
    const { given, lines } = surroundings();
    await createStageHandler(wrapGift, () => expect.unreachable(), given)(null).catch(() => undefined);
    expect(lines()).toMatchObject([{ outcome: 'defect', result: 'StageContractBroken' }]);
  });

  it('does not undo what the stage did when the line cannot be written', async () => {
    const { given } = surroundings();
    const broken = {
      ...given,
      write: () => {
        throw new Error('EPIPE');
      },
    };
    const handler = createStageHandler(wrapGift, () => leave({ paper: 'red', metres: 1 }), broken);
    expect(await handler({ order })).toEqual({ paper: 'red', metres: 1 });
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
