import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it } from 'vitest';
import { batchLineSchema } from './batch-line.ts';
import { batchLimits, readBatch } from './read-batch.ts';

const order = (orderId: string, more: object = {}) => ({ ...anOrder().with({ orderId }).build(), ...more });
const read = (...lines: readonly unknown[]) =>
  readBatch(Buffer.from(lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')));
const problem = (name: string) => `urn:order-workflow:problem:${name}`;

describe(readBatch, () => {
  it('reads an order a line, by the number of its line, whatever the lines end with', () => {
    const text = `\uFEFF${JSON.stringify(order('1'))}\r\n\r\n  \n${JSON.stringify(order('2'))}\n`;
    expect(readBatch(Buffer.from(text))).toEqual([
      { line: 1, order: order('1') },
      { line: 4, order: order('2') },
    ]);
    for (const nothing of ['', '\n\n', ' \r\n']) expect(readBatch(Buffer.from(nothing))).toEqual([]);
  });

  it.each([
    ['what is no JSON', '{"orderId":', 400, 'not-json', 'Line 2 is not JSON: column 12'],
    ['a number that would change', '{"a":12345678901234567890}', 400, 'not-json', 'Line 2 cannot be read as it stands'],
    ['a line of too many bytes', `"${'x'.repeat(140_000)}"`, 413, 'too-large', 'Line 2 has 140002 bytes'],
    ['an order without lines', order('x', { items: [] }), 422, 'order-invalid', 'One thing is wrong with it'],
    ['null', 'null', 422, 'order-invalid', 'One thing is wrong with it'],
  ])('answers %s by itself, and reads the others', (_, line, status, name, detail) => {
    const [first, second, third] = read(order('1'), line, order('3')) ?? [];
    expect([first, third]).toEqual([
      { line: 1, order: order('1') },
      { line: 3, order: order('3') },
    ]);
    expect(second).toMatchObject({ line: 2, status, problem: { type: problem(name), status } });
    expect(batchLineSchema.parse(second).problem?.detail).toContain(detail);
  });

  it('answers a line that is no text by itself', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from(JSON.stringify(order('2')))]);
    expect(readBatch(bytes)).toMatchObject([
      { line: 1, status: 400 },
      { line: 2, order: order('2') },
    ]);
  });

  it('keeps nothing of a line that holds a card number, and repeats none', () => {
    const lines = read(
      order('1', { paymentToken: '4242 4242 4242 4242' }),
      order('2', { attributes: { note: '4242424242424242' } }),
      order('3', { '4242424242424242': 1 }),
    );
    expect(lines).toMatchObject([{ status: 422 }, { status: 422 }, { status: 422 }]);
    expect(JSON.stringify(lines)).not.toContain('4242');
  });

  it('takes the same order twice for one, and refuses another content under an id that an earlier line has', () => {
    const { orderId, ...rest } = order('1');
    const lines = read(order('1'), { ...rest, orderId }, order('1', { paymentToken: 'tok_2' }), order('1'));
    expect(lines).toMatchObject([{ order: order('1') }, { order: order('1') }, { status: 409 }, { order: order('1') }]);
    expect(lines?.[2]).toMatchObject({ problem: { detail: expect.stringContaining('Line 1 '), order: '/orders/1' } });
  });

  it('takes ten thousand orders, and not one more', () => {
    const many = Array.from({ length: batchLimits.lines }, () => '1');
    expect(read(...many)).toHaveLength(batchLimits.lines);
    expect(read(...many, '', '')).toHaveLength(batchLimits.lines);
    expect(read(...many, '1')).toBeUndefined();
  });
});
