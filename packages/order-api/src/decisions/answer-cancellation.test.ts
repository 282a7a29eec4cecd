import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { aboutOrder, aPost, aWorld } from '../../test/a-world.ts';
import { answerCancellation } from './answer-cancellation.ts';
import { answerPost } from './answer-post.ts';

const order = anOrder().build();

async function placed() {
  const world = aWorld();
  await answerPost(aPost(order), world.ports);
  await world.claim(world.started[0]!);
  const cancellations = () => world.started.filter(({ machine }) => machine === 'cancellations');
  return { ...world, first: world.started[0]!, cancellations };
}

describe(answerCancellation, () => {
  it('starts the machine that cancels, with the reason', async () => {
    const { ports, cancellations } = await placed();
    const answer = await answerCancellation(aboutOrder('12345', { reason: 'The customer rang up' }), ports);
    expect(answer).toMatchObject({
      status: 202,
      headers: { location: '/orders/12345' },
      body: { status: 'cancelling', progress: 'working' },
    });
    expect(cancellations()).toMatchObject([{ input: { orderId: '12345', reason: 'The customer rang up' } }]);
  });

  it('starts one cancellation, however often and with whatever reason it is asked for', async () => {
    const { ports, cancellations, takeOver } = await placed();
    await answerCancellation(aboutOrder('12345'), ports);
    await answerCancellation(aboutOrder('12345', { reason: 'again' }), ports);
    await takeOver(cancellations()[0]!);
    expect(await answerCancellation(aboutOrder('12345'), ports)).toMatchObject({
      status: 202,
      body: { status: 'cancelling' },
    });
    expect(cancellations()).toHaveLength(1);
  });

  it('starts another where the one before failed', async () => {
    const { ports, cancellations, takeOver } = await placed();
    await answerCancellation(aboutOrder('12345'), ports);
    await takeOver(cancellations()[0]!);
    cancellations()[0]!.standing = { status: 'FAILED' };
    for (const _ of 'twice')
      expect(await answerCancellation(aboutOrder('12345'), ports)).toMatchObject({ status: 202 });
    expect(cancellations()).toHaveLength(2);
  });

  it('starts nothing for an order that has ended with nothing held', async () => {
    const { ports, cancellations, first, end } = await placed();
    await end(first, 'declined');
    expect(await answerCancellation(aboutOrder('12345'), ports)).toMatchObject({
      status: 200,
      body: { status: 'declined' },
    });
    expect(cancellations()).toEqual([]);
  });

  it('cancels what was fulfilled, and what was accepted and not claimed yet', async () => {
    const { ports, cancellations, first, end } = await placed();
    await end(first, 'fulfilled');
    expect(await answerCancellation(aboutOrder('12345'), ports)).toMatchObject({ status: 202 });
    await answerPost(aPost({ ...order, orderId: '54321' }, 'key-2'), ports);
    expect(await answerCancellation(aboutOrder('54321'), ports)).toMatchObject({ status: 202 });
    expect(cancellations().map(({ input }) => input)).toEqual([{ orderId: '12345' }, { orderId: '54321' }]);
  });

  it('knows nothing of an order that nobody placed', async () => {
    const { ports, started } = aWorld();
    expect(await answerCancellation(aboutOrder('12345'), ports)).toMatchObject({ status: 404 });
    expect(started).toEqual([]);
  });

  it.each([
    ['a field that there is not', { why: 'x' }, 422],
    ['a card number', { reason: '4242 4242 4242 4242' }, 422],
    ['a list', [], 422],
    ['no JSON', '{', 400],
  ])('refuses %s, and starts nothing', async (_, body, status) => {
    const { ports, cancellations } = await placed();
    const answer = await answerCancellation(aboutOrder('12345', body), ports);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer)).not.toContain('4242 ');
    expect(cancellations()).toEqual([]);
  });
});
