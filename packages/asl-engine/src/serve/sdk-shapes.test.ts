import { expect, it } from 'vitest';
import { fromApi, toApi } from './sdk-shapes.ts';

// As a client of the SDK writes them: a structure, and a union that holds itself.
const value: unknown = [
  4,
  'n',
  'AttributeValue',
  0,
  ['S', 'BOOL', 'NULL', 'SS', 'B', 'M'],
  [0, 2, 2, 64, 21, () => values],
];
const values = [2, 'n', 'Values', 0, 0, () => value];
const shape = [3, 'n', 'Shape', 0, ['Item', 'TTL', 'createdAt', 'Tags'], [() => values, [1, 0], [() => 4, 0], 128]];

it('what a state writes becomes what the client wants: its names, dates and bytes, and the keys of maps as they are', () => {
  const given = {
    Item: { isKey: { Bool: true }, n: { Nul: true }, s: { Ss: ['a'] }, b: { B: 'text' } },
    ...{ Ttl: 5, CreatedAt: '2026-01-01T00:00:00Z', Tags: { aKey: 'v' } },
  };
  expect(toApi(given, shape)).toEqual({
    Item: { isKey: { BOOL: true }, n: { NULL: true }, s: { SS: ['a'] }, b: { B: Buffer.from('text') } },
    ...{ TTL: 5, createdAt: new Date('2026-01-01T00:00:00Z'), Tags: { aKey: 'v' } },
  });
});

it('what the client answers becomes what a state sees, without what is no member', async () => {
  const answer = {
    $metadata: { attempts: 1 },
    Item: { isKey: { BOOL: true }, m: { M: { NS: { SS: ['a'] } } }, b: { B: new TextEncoder().encode('text') } },
    ...{ TTL: 5, createdAt: new Date(0), Tags: { aKey: 'v' } },
  };
  expect(await fromApi(answer, shape)).toEqual({
    Item: { isKey: { Bool: true }, m: { M: { NS: { Ss: ['a'] } } }, b: { B: 'text' } },
    ...{ Ttl: 5, CreatedAt: '1970-01-01T00:00:00.000Z', Tags: { aKey: 'v' } },
  });
});

it('a body that is a stream is read as a text', async () => {
  const body = { transformToString: async () => 'read' };
  expect(await fromApi({ Body: body }, [3, 'n', 'Out', 0, ['Body'], [[42, 0]]])).toEqual({ Body: 'read' });
});
