import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { orderStoreContract } from './testing/order-store.contract.ts';

const decision = readFileSync(
  new URL('../../../../docs/decisions/0020-one-order-one-owner.md', import.meta.url),
  'utf8',
);

it('has a case of the contract for each interleaving that the decision lists', () => {
  const [, table = ''] = decision.split('## Every interleaving');
  const rows = table.split('\n').filter((line) => /^\| .* \| .* \| .* \|$/.test(line) && !line.startsWith('| What'));
  const named = rows.flatMap((row) => row.split(' | ')[2]?.replace(/ \|$/, '').split(' · ') ?? []);
  expect(named.length).toBeGreaterThan(20);
  const titles = orderStoreContract.map(({ title }) => title);
  // `…` stands for each way in which an answer is lost.
  const isCase = (name: string) =>
    titles.some((title) => (name.endsWith('…') ? title.startsWith(name.slice(0, -1)) : title === name));
  expect(named.filter((name) => !isCase(name))).toEqual([]);
});
