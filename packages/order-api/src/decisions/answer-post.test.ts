import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { aPost, aWorld } from '../../test/a-world.ts';
import { ApiUnavailable } from '../ports/api-unavailable.ts';
import { answerPost } from './answer-post.ts';

const order = anOrder().build();
const card = { ...order, paymentToken: 'tok_of_another_card' };
const problem = (name: string) => ({ type: `urn:order-workflow:problem:${name}` });

describe(answerPost, () => {
  it('starts an execution of the order as it was posted, and says where the order stands', async () => {
    const { ports, started } = aWorld();
    const answer = await answerPost(aPost(order), ports);
    expect(answer).toMatchObject({
      status: 202,
      headers: { location: '/orders/12345', 'retry-after': '1' },
      body: { orderId: '12345', attempt: 1, status: 'accepted', progress: 'working' },
    });
    expect(started).toMatchObject([
      { machine: 'orders', name: expect.stringMatching(/^api-[\w-]{43}$/), input: order },
    ]);
  });

  it('starts nothing more for the same key and body, however the body is written, and answers the same', async () => {
    const { ports, started, claim, end } = aWorld();
    const first = await answerPost(aPost(order), ports);
    const { orderId, ...rest } = order;
    expect(await answerPost(aPost(JSON.stringify({ ...rest, orderId }, null, 2)), ports)).toEqual(first);
    await claim(started[0]!);
    expect(await answerPost(aPost(order), ports)).toEqual(first);
    await end(started[0]!, 'fulfilled');
    expect(await answerPost(aPost(order), ports)).toEqual(first);
    expect(started).toHaveLength(1);
  });

  it('refuses another body under a key, and starts nothing', async () => {
    const { ports, started } = aWorld();
    await answerPost(aPost(order), ports);
    for (const other of [card, { ...order, attributes: { channel: 'app' } }, { ...order, orderId: '54321' }])
      expect(await answerPost(aPost(other), ports)).toMatchObject({ status: 422, body: problem('key-reused') });
    expect(started).toHaveLength(1);
  });

  it('begins no attempt for a new key alone: it says how the order stands', async () => {
    const { ports, started, claim, end } = aWorld();
    await answerPost(aPost(order), ports);
    await claim(started[0]!);
    const open = { status: 200, body: { status: 'open', attempt: 1, progress: 'working' } };
    expect(await answerPost(aPost(order, 'key-2'), ports)).toMatchObject(open);
    await end(started[0]!, 'declined');
    const declined = { status: 200, body: { status: 'declined', attempt: 1, progress: 'ended' } };
    expect(await answerPost(aPost(order, 'key-3'), ports)).toMatchObject(declined);
    expect(started).toHaveLength(1);
  });

  it('begins the next attempt for other content, or for an attempt that is said, after an end with nothing held', async () => {
    const { ports, started, claim, end } = aWorld();
    await answerPost(aPost(order), ports);
    await claim(started[0]!);
    await end(started[0]!, 'declined');
    expect(await answerPost(aPost(card, 'key-2'), ports)).toMatchObject({ status: 202, body: { attempt: 2 } });
    await claim(started[1]!);
    await end(started[1]!, 'declined');
    const said = aPost({ ...order, attempt: 3 }, 'key-3');
    expect(await answerPost(said, ports)).toMatchObject({ status: 202, body: { attempt: 3 } });
    expect(started).toHaveLength(3);
  });

  it.each([
    ['while the order is worked on', 'open', card],
    ['while it is worked on, even for an attempt that is said', 'open', { ...order, attempt: 2 }],
    ['once it is fulfilled', 'fulfilled', card],
    ['for an attempt that does not follow', 'declined', { ...order, attempt: 5 }],
  ] as const)('names what stands in the way, and begins nothing %s', async (_, status, next) => {
    const { ports, started, claim, end } = aWorld();
    await answerPost(aPost(order), ports);
    await claim(started[0]!);
    if (status !== 'open') await end(started[0]!, status);
    const answer = await answerPost(aPost(next, 'key-2'), ports);
    expect(answer).toMatchObject({ status: 409, body: { ...problem('another-under-way'), order: '/orders/12345' } });
    expect(answer.body).toMatchObject({ detail: expect.stringContaining(`attempt 1 is ${status}`) });
    expect(started).toHaveLength(1);
  });

  it('knows its own execution again when what was remembered of the key is lost', async () => {
    const { ports, started, claim } = aWorld();
    await answerPost(aPost(order), { ...ports, accepted: aWorld().ports.accepted });
    await claim(started[0]!);
    expect(await answerPost(aPost(order), ports)).toMatchObject({ status: 200, body: { status: 'open', attempt: 1 } });
    expect(started).toHaveLength(1);
  });

  it('starts at the repeat what was cut off after it was remembered', async () => {
    const { ports, started } = aWorld();
    const start = async () => Promise.reject(new ApiUnavailable('no answer'));
    const cut = { ...ports, executions: { ...ports.executions, start } };
    await expect(answerPost(aPost(order), cut)).rejects.toThrow(ApiUnavailable);
    expect(await answerPost(aPost(order), ports)).toMatchObject({ status: 202, body: { attempt: 1 } });
    expect(started).toHaveLength(1);
  });

  it('gives one key to one of two bodies that come at once', async () => {
    const { ports, started } = aWorld();
    const answers = await Promise.all([answerPost(aPost(order), ports), answerPost(aPost(card), ports)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 422]);
    expect(started).toHaveLength(1);
  });

  it.each([
    ['no key', aPost(order, 'key-1', { 'idempotency-key': undefined }), 400, 'key-missing'],
    ['a key with a line break in it', aPost(order, 'a\nb'), 400, 'key-missing'],
    ['a key of 256 characters', aPost(order, 'k'.repeat(256)), 400, 'key-missing'],
    ['no JSON', aPost('{'), 400, 'not-json'],
    ['a number that JavaScript would change', aPost('{"orderId":"1","items":[12345678901234567890]}'), 400, 'not-json'],
    ['a key twice', aPost('{"orderId":"1","orderId":"2"}'), 400, 'not-json'],
    ['__proto__', aPost('{"__proto__":{}}'), 400, 'not-json'],
    ['a depth that no order has', aPost('['.repeat(60_000)), 400, 'not-json'],
    ['bytes that are no text', { ...aPost(order), body: Buffer.from([0xff, 0xfe]) }, 400, 'not-json'],
    ['more bytes than any order has', aPost(`"${'x'.repeat(140_000)}"`), 413, 'too-large'],
    ['another type', aPost(order, 'key-1', { 'content-type': 'text/plain' }), 415, 'not-json-by-type'],
    ['an order without a line', aPost({ ...order, items: [] }), 422, 'order-invalid'],
    [
      'more characters than any order has',
      aPost('"x"'.padStart(40_000).replace('"x"', `"${'x'.repeat(40_000)}"`)),
      422,
      'order-invalid',
    ],
    ['null', aPost('null'), 422, 'order-invalid'],
  ])('refuses %s, and starts nothing', async (_, request, status, name) => {
    const { ports, started } = aWorld();
    expect(await answerPost(request, ports)).toMatchObject({
      status,
      headers: { 'content-type': 'application/problem+json' },
      body: { ...problem(name), status, detail: expect.any(String) },
    });
    expect(started).toEqual([]);
  });

  it('lets no card number reach an execution, and repeats none', async () => {
    const { ports, started } = aWorld();
    const number = '4242 4242 4242 4242';
    for (const sent of [
      { ...order, paymentToken: number },
      { ...order, attributes: { note: `card ${number}` } },
      { ...order, orderId: number },
      { ...order, [number]: 1 },
      [[number]],
    ]) {
      const answer = await answerPost(aPost(sent), ports);
      expect(answer).toMatchObject({
        status: 422,
        body: { violations: [{ problem: expect.stringContaining('card') }] },
      });
      expect(JSON.stringify(answer)).not.toContain('4242');
    }
    expect(started).toEqual([]);
  });

  it('says what is wrong field by field, and repeats nothing personal', async () => {
    const { ports } = aWorld();
    const wrong = { ...order, customerEmail: 'jane.doe at example', items: [{ sku: 'SKU001', quantity: 0 }] };
    const answer = await answerPost(aPost(wrong), ports);
    expect(answer.body).toMatchObject({
      violations: [{ field: 'customerEmail' }, { field: 'items[0].quantity', problem: 'given 0, expected at least 1' }],
    });
    expect(JSON.stringify(answer)).not.toContain('jane');
  });
});
