import { outcomes } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { judgePlacing } from './judge-placing.ts';

const order = anOrder().build();
const otherCard = { ...order, paymentToken: 'tok_other' };
const ended = (outcome: string, input: unknown = order) => ({ input, outcome });
const running = { input: order, outcome: undefined };

describe(judgePlacing, () => {
  it('begins the first execution of an order', () => {
    expect(judgePlacing([], order)).toEqual({ kind: 'next' });
  });

  it.each([running, ...outcomes.map((outcome) => ended(outcome))])(
    'gives the same content the execution that it has, however that stands: $outcome',
    (earlier) => {
      expect(judgePlacing([earlier], order)).toEqual({ kind: 'same', earlier });
    },
  );

  it.each([
    ['written in another way', { ...order, customerEmail: ' TEST@example.com ', orderId: ` ${order.orderId}` }],
    ["with other attributes, which are the shop's own", { ...order, attributes: { sentAt: '10:15' } }],
  ])('knows the same content %s, as the order store does', (_, again) => {
    expect(judgePlacing([running], again)).toEqual({ kind: 'same', earlier: running });
  });

  it.each(['rejected', 'declined', 'refunded', 'cancelled', 'duplicate'])(
    'begins another execution for other content after one that was %s',
    (outcome) => {
      expect(judgePlacing([ended(outcome)], otherCard)).toEqual({ kind: 'next' });
    },
  );

  it.each([running, ended('fulfilled')])(
    'refuses other content while an execution has the order: $outcome',
    (earlier) => {
      expect(judgePlacing([ended('declined'), earlier], otherCard)).toEqual({ kind: 'conflict', earlier });
    },
  );

  it('begins another execution for the same content that says the next attempt aloud, once', () => {
    const declined = ended('declined');
    const said = { ...order, attempt: 2 };
    expect(judgePlacing([declined], said)).toEqual({ kind: 'next' });
    const second = ended('declined', said);
    expect(judgePlacing([declined, second], said)).toEqual({ kind: 'same', earlier: second });
    expect(judgePlacing([declined, second], { ...order, attempt: 3 })).toEqual({ kind: 'next' });
    expect(judgePlacing([declined, ended('fulfilled', said)], { ...order, attempt: 3 })).toMatchObject({
      kind: 'conflict',
    });
  });

  it('gives content without an attempt the last execution that had it: an old card is not tried again', () => {
    const [first, second] = [ended('declined'), ended('fulfilled', { ...order, attempt: 2 })];
    expect(judgePlacing([first, second], order)).toEqual({ kind: 'same', earlier: second });
    expect(judgePlacing([first, ended('fulfilled', otherCard)], order)).toEqual({ kind: 'same', earlier: first });
  });
});
