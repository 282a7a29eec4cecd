import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { type GivenOrder, readOrders, splitOrders } from './read-orders.ts';

function problem(given: GivenOrder | undefined): string {
  return given && 'problem' in given ? given.problem.message : `no problem: ${JSON.stringify(given)}`;
}

describe(splitOrders, () => {
  it('reads one order, however it is laid out', () => {
    for (const text of ['{"a":1}', '{\n  "a": 1\n}\n', '\n\n{"a":\n1}']) {
      expect(splitOrders('x.json', text)).toEqual([{ source: 'x.json', order: { a: 1 } }]);
    }
  });

  it('reads JSON Lines, and names the line of each', () => {
    expect(splitOrders('x.jsonl', '{"a":1}\n\n{"a":2}\r\n[]\n')).toEqual([
      { source: 'x.jsonl:1', order: { a: 1 } },
      { source: 'x.jsonl:3', order: { a: 2 } },
      { source: 'x.jsonl:4', order: [] },
    ]);
  });

  it('gives out no order that holds the number of a card, and says where without repeating it', () => {
    const [first, second] = splitOrders('x', '{"orderId":"1","attributes":{"a":"3714 496353 98431"}}\n{"orderId":"2"}');
    expect(problem(first)).toMatch(/^x:1: attributes\.a: given what looks like the number of a payment card/);
    expect(problem(first)).not.toMatch(/3714|98431/);
    expect(second).toEqual({ source: 'x:2', order: { orderId: '2' } });
  });

  it('reads a list of orders, however it is laid out, and says which of them each is', () => {
    for (const text of ['[{"a":1},{"a":2}]', '[\n  { "a": 1 },\n  {\n    "a": 2 }\n]\n'])
      expect(splitOrders('x.json', text)).toEqual([
        { source: 'x.json[0]', order: { a: 1 } },
        { source: 'x.json[1]', order: { a: 2 } },
      ]);
    const many = Array.from({ length: 3_000 }, (_, orderId) => ({ orderId, note: 'y'.repeat(100) }));
    expect(splitOrders('x', JSON.stringify(many)).filter((given) => 'order' in given)).toHaveLength(3_000);
    const [card, good] = splitOrders('x', '[{"token":"4242 4242 4242 4242"},{"a":2}]');
    expect(problem(card)).toMatch(/^x\[0\]: token: given what looks like the number of a payment card/);
    expect(good).toEqual({ source: 'x[1]', order: { a: 2 } });
  });

  it('takes any other list for one order, which it is not', () => {
    for (const text of ['[]', '[1,2]', '[{"a":1},null]', '[[{"a":1}]]'])
      expect(splitOrders('x', text)).toEqual([{ source: 'x', order: JSON.parse(text) }]);
  });

  it('says where a list of orders cannot be read', () => {
    const [given, ...others] = splitOrders('x', '[\n{"a":1},\n{"a":2\n]');
    expect(problem(given)).toContain('x cannot be read as JSON: line 4, column 1: expected a comma or "}"');
    expect(others).toEqual([]);
  });

  it('reads the other lines when one is no JSON', () => {
    const [first, second, third] = splitOrders('x', '{"a":1}\n{"a":2\n{"a":3}');
    expect([first, third]).toEqual([
      { source: 'x:1', order: { a: 1 } },
      { source: 'x:3', order: { a: 3 } },
    ]);
    expect(problem(second)).toBe(
      ['x cannot be read as JSON: line 2, column 7: the text ends too early', '  2 | {"a":2', '    |       ^'].join(
        '\n',
      ),
    );
  });

  it('shows where a text stops being JSON', () => {
    const [given] = splitOrders('x.json', '{\n  "orderId": "1",\n  "items": [}\n}');
    expect(problem(given)).toBe(
      [
        'x.json cannot be read as JSON: line 3, column 13: expected a value or "]"',
        '  3 |   "items": [}',
        '    |             ^',
      ].join('\n'),
    );
  });

  it('refuses what would be changed by being read, with the place, in one order or one line of many', () => {
    const [number] = splitOrders('x.json', '{\n  "items": [{ "quantity": 12345678901234567890 }]\n}');
    expect(problem(number)).toBe(
      [
        'x.json cannot be read as it stands: line 2, column 27: items[0].quantity: this number would be changed when it is read, expected at most 15 significant digits, or a text',
        '  2 |   "items": [{ "quantity": 12345678901234567890 }]',
        '    |                           ^',
      ].join('\n'),
    );
    const [whole, twice] = splitOrders('x', '{"a":1}\n{"a":1,"a":2}');
    expect(whole).toHaveProperty('order', { a: 1 });
    expect(problem(twice)).toContain('x cannot be read as it stands: line 2, column 8: a: this key stands twice');
  });

  it('shows only the part of a long line that matters', () => {
    const [given] = splitOrders('x', `{"a":"${'y'.repeat(500)}" oops ,"b":"${'z'.repeat(500)}"}`);
    const [, excerpt, mark] = problem(given).split('\n');
    expect(excerpt?.length).toBeLessThan(80);
    expect(excerpt?.[mark?.indexOf('^') ?? 0]).toBe('o');
  });

  it('lets no control character of an input reach the terminal', () => {
    const [given] = splitOrders('x', '{"a":\u001b[31m\u202e1}');
    expect(problem(given)).toContain('\uFFFD[31m\uFFFD1}');
    expect(problem(given)).not.toContain('\u001b');
  });

  it('takes what Step Functions takes, to the byte', () => {
    const sized = (bytes: number) => `"${'é'.repeat((bytes - 2) / 2)}"`;
    expect(splitOrders('x', sized(262_144))[0]).toHaveProperty('order');
    expect(problem(splitOrders('x', sized(262_146))[0])).toBe(
      'x is 262,146 bytes long; Step Functions takes at most 262,144',
    );
  });

  it('takes a hundred levels and no more', () => {
    const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
    expect(splitOrders('x', nested(100))[0]).toHaveProperty('order');
    expect(problem(splitOrders('x', nested(101))[0])).toContain('line 1, column 101: nested deeper than 100 levels');
  });

  it('does not take a key that programs mistake for the prototype', () => {
    const [given] = splitOrders('x', '{"__proto__":{"orderId":"1"}}');
    expect(problem(given)).toContain('line 1, column 2: a key "__proto__" is not taken');
  });

  it.each(['', ' \n\t\n'])('says that there is nothing in %j', (text) => {
    expect(problem(splitOrders('x', text)[0])).toBe('x is empty, expected an order as JSON');
  });
});

describe(readOrders, () => {
  it('reads files and standard input in the order given', async () => {
    const file = join(temporaryFolder(), 'a.json');
    writeFileSync(file, '\uFEFF{"a":1}');
    const given = await readOrders(['-', file], Readable.from([Buffer.from('{"b":'), Buffer.from('2}')]));
    expect(given).toEqual([
      { source: 'standard input', order: { b: 2 } },
      { source: file, order: { a: 1 } },
    ]);
  });

  it('says why a file cannot be read, and reads the others', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a.json');
    writeFileSync(file, '1');
    const [missing, directory, good] = await readOrders([join(folder, 'gone.json'), folder, file]);
    expect(problem(missing)).toMatch(/gone\.json cannot be read: there is no such file$/);
    expect(problem(directory)).toMatch(/cannot be read: it is a folder$/);
    expect(good).toEqual({ source: file, order: 1 });
  });

  it('wants UTF-8', async () => {
    const [given] = await readOrders(['-'], Readable.from([Buffer.from([0x22, 0xff, 0x22])]));
    expect(problem(given)).toBe('standard input is not text in UTF-8');
  });
});
