import { type InProcessTables, inProcessTables, openItemStore, type TableAnswer } from '@order-workflow/local';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leanTables } from '../src/lean-tables.ts';
import { soak } from '../src/soak.ts';

/** What dynalite answers is what the soak's own table answers: to all that a soak asks, and to what it might. */

const dynalite = () => inProcessTables(openItemStore(), (problem) => expect.fail(String(problem)));

const asJson = ({ status, body }: TableAnswer) => ({ status, body: JSON.parse(body) });

function headersOf(operation: string) {
  return {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    'x-amz-date': '20260101T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
  };
}

const definition = {
  TableName: 'Orders',
  KeySchema: [{ AttributeName: 'orderId', KeyType: 'HASH' }],
  AttributeDefinitions: [{ AttributeName: 'orderId', AttributeType: 'S' }],
  BillingMode: 'PAY_PER_REQUEST',
};

/** Both, with one table; each call is answered by both. */
async function both() {
  const tables = [leanTables(), dynalite()];
  const ask = (operation: string, input: object) =>
    Promise.all(tables.map(async (one) => asJson(await one.call(headersOf(operation), JSON.stringify(input)))));
  await ask('CreateTable', definition);
  while ((await ask('DescribeTable', { TableName: 'Orders' }))[1]?.body.Table.TableStatus !== 'ACTIVE');
  return { ask, close: () => Promise.all(tables.map((one) => one.close())) };
}

const attributes = fc.record({
  ownerId: fc.constantFrom({ S: 'a' }, { S: 'b' }),
  attempt: fc.constantFrom({ N: '1' }, { N: '2' }),
  status: fc.constantFrom({ S: 'open' }, { S: 'declined' }),
});
const orderId = fc.constantFrom({ S: 'o1' }, { S: 'o2.2' });

/** As the store writes: only where nothing is, or where what was found still is. */
const writes = fc.record({
  Item: fc
    .tuple(orderId, attributes, fc.array(fc.constantFrom({ S: 'é"\\' }, { M: { id: { S: 'x' } } })))
    .map(([id, some, L]) => ({ orderId: id, ...some, list: { L } })),
  condition: fc.oneof(
    fc.constant({ ConditionExpression: 'attribute_not_exists(orderId)' }),
    fc.constant({}),
    attributes.map((found) => ({
      ConditionExpression: Object.keys(found)
        .map((name) => `#${name} = :${name}`)
        .join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(Object.keys(found).map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(Object.entries(found).map(([name, value]) => [`:${name}`, value])),
    })),
  ),
});

const calls = fc.oneof(
  { weight: 3, arbitrary: writes.map(({ Item, condition }) => ['PutItem', { Item, ...condition }] as const) },
  { weight: 1, arbitrary: orderId.map((id) => ['GetItem', { Key: { orderId: id }, ConsistentRead: true }] as const) },
);

/** As a stage of stock writes: numbers are added to, an attribute comes or goes, if what it needs is so. */
const changes = fc
  .record({ add: fc.boolean(), adds: fc.integer({ min: -2, max: 2 }), turn: fc.option(fc.integer({ min: 1, max: 2 })) })
  .map(({ add, adds, turn }) => ({
    ConditionExpression: [
      'attribute_exists(orderId)',
      ...(turn === null ? [] : ['#turn = :turn']),
      ...(adds < 0 ? ['#left >= :least'] : []),
      add ? 'attribute_not_exists(#hold)' : 'attribute_exists(#hold)',
    ].join(' AND '),
    UpdateExpression: `SET #left = #left + :adds, #turn = #turn + :one${add ? ', #hold = :held' : ' REMOVE #hold'}`,
    ExpressionAttributeNames: { '#left': 'left', '#hold': 'hold#1#o1', '#turn': 'turn' },
    ExpressionAttributeValues: {
      ...{ ':adds': { N: `${adds}` }, ':one': { N: '1' } },
      ...(turn !== null && { ':turn': { N: `${turn}` } }),
      ...(adds < 0 && { ':least': { N: `${-adds}` } }),
      ...(add && { ':held': { S: '1 since 5' } }),
    },
  }));

describe(leanTables, () => {
  it('answers writes with and without a condition, and reads, as dynalite does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(calls, { minLength: 1, maxLength: 12 }), async (asked) => {
        const { ask, close } = await both();
        for (const [operation, input] of asked) {
          const [lean, full] = await ask(operation, { TableName: 'Orders', ...input });
          expect(lean).toEqual(full);
        }
        const [lean, full] = await ask('Scan', { TableName: 'Orders' });
        expect(lean?.body.Items).toHaveLength(full?.body.Items.length);
        expect(lean?.body.Items).toEqual(expect.arrayContaining(full?.body.Items));
        await close();
      }),
      { numRuns: 60 },
    );
  });

  it('answers the changes of an item that a stage of stock makes as dynalite does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 1, maxLength: 12 }), async (asked) => {
        const { ask, close } = await both();
        await ask('PutItem', {
          TableName: 'Orders',
          Item: { orderId: { S: 'o1' }, left: { N: '2' }, turn: { N: '1' } },
        });
        for (const input of asked) {
          const [lean, full] = await ask('UpdateItem', {
            TableName: 'Orders',
            Key: { orderId: { S: 'o1' } },
            ...input,
          });
          expect(lean).toEqual(full);
        }
        const [lean, full] = await ask('Scan', { TableName: 'Orders' });
        expect(lean?.body.Items).toEqual(full?.body.Items);
        await close();
      }),
      { numRuns: 60 },
    );
  });

  it.each([2, 3, 4])('answers all that a soak asks as dynalite does: seed %i', async (seed) => {
    let answered = 0;
    const aroundTables = (lean: InProcessTables): InProcessTables => {
      const full = dynalite();
      return {
        async call(headers, body) {
          const [given, due] = await Promise.all([lean.call(headers, body), full.call(headers, body)]);
          const operation = String(headers['x-amz-target']).split('.')[1];
          if (operation === 'GetItem' || operation === 'PutItem') {
            expect(asJson(given)).toEqual(asJson(due));
            answered++;
          }
          return operation === 'DescribeTable' ? due : given;
        },
        close: async () => void (await Promise.all([lean.close(), full.close()])),
      };
    };
    // One schedule: what comes after another finds dynalite's table as that left it.
    const { failure } = await soak({ seed, schedules: 1, lanes: 1, aroundTables });
    expect(failure).toBeUndefined();
    expect(answered).toBeGreaterThan(3);
  });

  it.each([
    ['Query', { Key: { orderId: { S: 'o1' } } }, 'Query'],
    ['UpdateItem', { Key: { orderId: { S: 'o1' } }, UpdateExpression: 'ADD seen :one' }, 'ADD seen :one'],
    [
      'PutItem',
      { Item: { orderId: { S: 'o1' } }, ConditionExpression: 'size(orderId) = :one' },
      'size(orderId) = :one',
    ],
  ])('throws at what no stage asks: %s %o', async (operation, input, said) => {
    const lean = leanTables();
    await lean.call(headersOf('CreateTable'), JSON.stringify(definition));
    const named = { TableName: 'Orders', ...input };
    await expect(lean.call(headersOf(operation), JSON.stringify(named))).rejects.toThrow(said);
  });
});

it('keeps tables apart that have keys of other names (regression: the letters of customers were asked for by the key of orders)', async () => {
  const lean = leanTables();
  const ask = async (operation: string, input: object) =>
    asJson(await lean.call(headersOf(operation), JSON.stringify(input)));
  const letters = { ...definition, TableName: 'Letters', KeySchema: [{ AttributeName: 'letterId', KeyType: 'HASH' }] };
  for (const one of [definition, letters]) await ask('CreateTable', one);
  await ask('PutItem', {
    TableName: 'Orders',
    Item: { orderId: { S: 'one' }, status: { S: 'open' }, ownerId: { S: 'a' } },
  });
  await ask('PutItem', { TableName: 'Letters', Item: { letterId: { S: 'one' } } });
  expect((await ask('Scan', { TableName: 'Letters' })).body.Items).toEqual([{ letterId: { S: 'one' } }]);
  expect(lean.ownerOfOpen('one')).toBe('a');
});
