import { deepStrictEqual, match } from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { cloudFormationStacks } from '../../src/deployment/cloud-formation-stacks.ts';
import { type EndedExecution, endThere } from './end-there.ts';
import { type Proof, repository } from './proof.ts';
import { runQuietly } from './run-quietly.ts';
import { whatIsLeft } from './what-is-left.ts';

const cwd = `${repository}/examples/five-stages`;
const stackName = 'FiveStages';
/** The product of the sample order, of which it wants two. */
const level = { id: { S: 'sku/SKU001' } };

/**
 * Deploys the sentence with a stage that holds stock, by the CDK as its users do, with four pieces of a product: one order is fulfilled
 * and takes two of them, another wants five and is told what is left. Then all of it is taken away.
 */
export async function proveFiveStages(proof: Proof) {
  const { clients, env } = proof;
  const output = mkdtempSync(join(tmpdir(), 'five-stages-'));
  const cdk = (...asked: readonly string[]) =>
    runQuietly('cdk', [...asked, '--no-notices', '--context', 'computedAlarms=false', '--output', output], {
      cwd,
      env,
    });
  await cdk('deploy', '--require-approval', 'never');
  const stacks = cloudFormationStacks(clients.cloudFormation);
  const stack = await stacks.read(stackName);
  if (!stack) throw new Error(`${stackName} is not there`);
  const { Resources = {} } = (await stacks.template(stack.arn)) ?? {};
  const [logicalId] = Object.keys(Resources).filter((id) => id.startsWith('OrdersStockTable'));
  const TableName = await stacks.physicalId(stack.arn, logicalId ?? '');
  const left = { left: { N: '4' }, sold: { N: '0' }, turn: { N: '1' } };
  await clients.dynamoDb.send(new PutItemCommand({ TableName, Item: { ...level, ...left } }));

  const placed = (orderId: string, quantity: number) =>
    endThere(clients, stack.outputs['PlaceOrdersAt'] ?? '', orderId, orderOf(orderId, quantity));
  const good = await placed('stocked', 2);
  deepStrictEqual([good.ending.outcome, statusOf(good, 'reservation')], ['fulfilled', 'reserved']);
  const short = await placed('short-of-stock', 5);
  match(JSON.stringify(short.record['failure']), /Espresso cup \(SKU001\): 2 of 5 left/);
  deepStrictEqual([short.states.includes('Process Payment'), short.record['payment']], [false, undefined]);
  const { Item } = await clients.dynamoDb.send(new GetItemCommand({ TableName, Key: level, ConsistentRead: true }));
  deepStrictEqual(
    { left: Item?.['left'], held: Object.keys(Item ?? {}).filter((name) => name.startsWith('hold#')) },
    { left: { N: '2' }, held: ['hold#1#stocked'] },
  );
  await cdk('destroy', '--force', stackName);
  deepStrictEqual(await whatIsLeft(clients), []);
  // Where an emulator loses the error's name, the order is not rejected but given up; its words and the stock are the same.
  return { seen: `fulfilled; ${short.ending.outcome} with 2 of 5 left, ${short.states.join(' → ')}` };
}

function statusOf({ record }: EndedExecution, key: string): unknown {
  return (record[key] as { readonly status?: unknown } | undefined)?.status;
}

function orderOf(orderId: string, quantity: number): string {
  const sample = JSON.parse(readFileSync(`${repository}/examples/orders/sample.json`, 'utf8'));
  return JSON.stringify({ ...sample, orderId, items: [{ sku: 'SKU001', quantity }] });
}
