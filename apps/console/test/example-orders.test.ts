import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exampleGroups } from '../src/order/example-orders.generated.ts';

const root = new URL('../../../', import.meta.url);
const folder = new URL('examples/orders/', root);
const document = readFileSync(new URL('docs/orders.md', root), 'utf8');
const row = /^\| \[([\w-]+)\.json\]\([^)]*\) \| ((?:[^|\\]|\\.)*) \| ((?:[^|\\]|\\.)*) \|/;

/** The orders of docs/orders.md under its headings, each with what it is, what comes of it, and the text of its file. */
function documented() {
  return document
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const orders = lines.flatMap((line) => {
        const [, name, what = '', outcome = ''] = row.exec(line) ?? [];
        if (name === undefined) return [];
        const text = readFileSync(new URL(`${name}.json`, folder), 'utf8').trimEnd();
        return [{ name, what: plain(what), outcome: plain(outcome), text }];
      });
      return orders.length === 0 ? [] : [{ heading, orders }];
    });
}

/** Without the signs of Markdown. */
function plain(words: string): string {
  return words
    .replace(/ ?\(\[[^\]]*\]\([^)]*\)\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '');
}

it('offers every order of docs/orders.md, with its words (run vitest with -u to write them anew)', async () => {
  const head = `import type { ExampleGroup } from './example-order.ts';

/** Every order of docs/orders.md, as its file has it. Written by test/example-orders.test.ts. */
export const exampleGroups: readonly ExampleGroup[] = ${JSON.stringify(documented(), undefined, 2)};
`;
  await expect(head).toMatchFileSnapshot('../src/order/example-orders.generated.ts');
});

it('leaves out no file of an order, and begins with the sample', () => {
  const files = readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [file.replace('.json', '')] : []));
  const offered = exampleGroups.flatMap(({ orders }) => orders);
  expect(offered.map(({ name }) => name).toSorted()).toEqual(files.toSorted());
  expect(offered[0]?.name).toBe('sample');
});
