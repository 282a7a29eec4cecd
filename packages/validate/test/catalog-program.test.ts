import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTable } from '@order-workflow/stage-kit/testing';
import { startUnreliableServer } from '@order-workflow/stage-kit/testing/http';
import { startDynalite } from '@order-workflow/toolchain/emulators';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { catalogProgram } from '../bin/catalog/catalog-program.ts';
import { dynamoProductCatalog } from '../src/adapters/dynamo-product-catalog.ts';
import { jsonProductCatalog } from '../src/adapters/json-product-catalog.ts';

const products = fileURLToPath(new URL('../src/adapters/products.json', import.meta.url));
const emulator = await startDynalite();
afterAll(() => emulator.stop());
let made = 0;

/** An empty table, and the command line over it. */
async function aTable(origin = emulator.service.url.origin) {
  const table = `Catalog${++made}`;
  await makeTable(emulator.service, table, 'sku');
  const environment = {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_ENDPOINT_URL_DYNAMODB: origin,
  };
  async function run(...args: string[]) {
    const told: string[] = [];
    const tell = (text: string) => void told.push(text);
    const world = { environment, say: tell, complain: tell };
    const exitCode = await catalogProgram([...args, '--table', table], world);
    return { exitCode, told: told.join('\n') };
  }
  return { run, catalog: dynamoProductCatalog({ ...emulator.service, table }) };
}

function aFile(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe(catalogProgram, () => {
  it.each(['--help', '-h'])(
    'explains each command and option, and the exit codes, on %s, and succeeds',
    async (help) => {
      const { run } = await aTable();
      const { exitCode, told } = await run(help);
      expect(exitCode).toBe(0);
      for (const word of ['list', 'load', 'set', 'remove', '--table', '--currency', '--json', 'Exit code:'])
        expect(told).toContain(word);
    },
  );

  it('loads products.json into a table, which then sells what the file does, and lists it as a file that can be loaded', async () => {
    const { run, catalog } = await aTable();
    expect(await run('list')).toEqual({ exitCode: 0, told: 'No catalog was loaded into this table yet.' });
    expect(await run('load', products)).toMatchObject({
      exitCode: 0,
      told: expect.stringContaining('16 products loaded'),
    });
    const skus = ['SKU001', 'SKU003', 'SKU004', 'SKU006'];
    expect(await catalog.find(skus)).toEqual(await jsonProductCatalog().find(skus));
    expect(JSON.parse((await run('list', '--json')).told)).toEqual(JSON.parse(readFileSync(products, 'utf8')));
    const { told } = await run('list');
    expect(told).toContain('SKU004 · Descaling liquid · 8.90 EUR · 1500 in stock · 1050 g · only to AT BE DE FR NL');
    expect(told).toContain('Orders that name no currency pay in EUR.');
  });

  it('loads CSV, with quotes, commas and lines of its own, and leaves what the file does not name', async () => {
    const { run, catalog } = await aTable();
    await run('load', products);
    const csv =
      'sku,title,stock,weight,maxPerOrder,onlyTo,EUR,JPY\r\nTEA,"Tea, ""green""",5,100,,DE AT,450,700\r\nSKU001,Cup,1,320,2,,1,\r\n';
    expect(await run('load', aFile('tea.csv', csv))).toMatchObject({ exitCode: 0 });
    const found = await catalog.find(['TEA', 'SKU001', 'SKU002']);
    expect(found).toMatchObject({ defaultCurrency: 'EUR' });
    if (found.kind === 'products')
      expect([...found.products.values()]).toMatchObject([
        { title: 'Tea, "green"', prices: { EUR: 450, JPY: 700 }, restrictions: { onlyTo: ['DE', 'AT'] } },
        { title: 'Cup', prices: { EUR: 1 }, restrictions: { maxPerOrder: 2 } },
        { title: 'Moka pot', stock: 800 },
      ]);
  });

  it('says of a CSV file all that is wrong, by line, field, what was given and what is expected, and loads nothing', async () => {
    const { run, catalog } = await aTable();
    await run('load', products);
    const csv = `sku,title,stock,weight,onlyTo,EUR,XXX
SKU001,Cup,10,320,,19.99,
SKU002,Pot,-1,780,,3450,
,Nameless,1,1,ZZ,1,
SKU009,Box,1,1,,1,
SKU009,Box,1,1,,2,
`;
    const { exitCode, told } = await run('load', aFile('wrong.csv', csv));
    expect(exitCode).toBe(2);
    expect(told.split('\n')).toEqual([
      expect.stringMatching(/^line 1, XXX: unknown column, expected sku, /),
      'line 2, prices.EUR: given "19.99", expected a number',
      'line 3, stock: given "-1", expected a number',
      expect.stringMatching(/^line 4, sku: missing, expected /),
      expect.stringMatching(/^line 4, restrictions.onlyTo\[0\]: given "ZZ", expected /),
      'line 6, sku: given "SKU009", which stands in line 5 already, expected each product once',
      'Nothing was loaded.',
    ]);
    expect(await catalog.find(['SKU001', 'SKU009'])).toEqual(await jsonProductCatalog().find(['SKU001', 'SKU009']));
  });

  it.each([
    ['a comma too many', '{\n  "defaultCurrency": "EUR",\n  "products": [],,\n}', /^line 3, JSON: /],
    [
      'a price of two numbers',
      '{ "defaultCurrency": "EUR",\n "products": [\n { "sku": "A", "title": "A",\n "prices": { "EUR": 1.5 },\n "stock": 1, "weight": 1 } ] }',
      /^line 4, products\[0\]\.prices\.EUR: given 1\.5, expected a whole number/,
    ],
    [
      'no weight',
      '{ "defaultCurrency": "EUR",\n "products": [\n { "sku": "A", "title": "A", "prices": {}, "stock": 1 } ] }',
      /^line 3, products\[0\]\.weight: missing, expected /,
    ],
    ['no products', '{ "defaultCurrency": "EUR" }', /^line 1, products: missing, expected /],
    ['nothing', '', /^line 1, JSON: /],
  ])('says where a JSON file has %s, and loads nothing', async (_, text, said) => {
    const { run } = await aTable();
    const { exitCode, told } = await run('load', aFile('wrong.json', text));
    expect(exitCode).toBe(2);
    expect(told).toMatch(said);
    expect(told).toMatch(/Nothing was loaded\.$/);
    expect((await run('list')).told).toBe('No catalog was loaded into this table yet.');
  });

  it('wants to know in which currency orders are priced that name none, before it writes into an empty table', async () => {
    const { run, catalog } = await aTable();
    const tea = aFile('tea.csv', 'sku,title,stock,weight,GBP\nTEA,Tea,5,100,300\n');
    expect(await run('load', tea)).toMatchObject({
      exitCode: 2,
      told: expect.stringMatching(/^--currency: missing, /),
    });
    expect((await run('list')).told).toBe('No catalog was loaded into this table yet.');
    expect(await run('load', tea, '--currency', 'pounds')).toMatchObject({ exitCode: 2 });
    expect(await run('load', tea, '--currency', 'GBP')).toEqual({
      exitCode: 0,
      told: '1 product loaded. What the file does not name stays as it was.',
    });
    expect(await catalog.find(['TEA'])).toMatchObject({ kind: 'products', defaultCurrency: 'GBP' });
  });

  it('says how far it came where the table stops answering, and loads the rest when it is called again', async () => {
    let puts = 0;
    const server = await startUnreliableServer({
      serve: () => ({ status: ++puts > 3 ? 503 : 200, body: {} }),
    });
    onTestFinished(server.close);
    const { run } = await aTable(new URL(server.url).origin);
    const { exitCode, told } = await run('load', products);
    expect(exitCode).toBe(1);
    expect(told).toContain('3 of 16 products were loaded; SKU004 and what follows are not known to be.');
  });

  it('changes prices, stock, countries and weight of a product, and nothing else of it', async () => {
    const { run, catalog } = await aTable();
    await run('load', products);
    expect(await run('set', 'SKU004', 'stock=20', 'EUR=950', 'JPY=1500', 'onlyTo=AT CH', 'weight=1100')).toEqual({
      exitCode: 0,
      told: 'SKU004 · Descaling liquid · 9.50 EUR, 1500 JPY · 20 in stock · 1100 g · only to AT CH',
    });
    await run('set', 'SKU004', 'onlyTo=', 'JPY=');
    const found = await catalog.find(['SKU004']);
    expect(found.kind === 'products' && found.products.get('SKU004')).toEqual({
      sku: 'SKU004',
      title: 'Descaling liquid',
      prices: { EUR: 950 },
      stock: 20,
      weight: 1100,
    });
  });

  it('leaves what somebody else changes of the product at the same time', async () => {
    const { run, catalog } = await aTable();
    await run('load', products);
    await Promise.all(['stock=20', 'EUR=950', 'USD=990', 'weight=1100'].map((change) => run('set', 'SKU004', change)));
    const found = await catalog.find(['SKU004']);
    expect(found.kind === 'products' && found.products.get('SKU004')).toMatchObject({
      ...{ stock: 20, weight: 1100, prices: { EUR: 950, USD: 990 } },
      restrictions: { onlyTo: ['AT', 'BE', 'DE', 'FR', 'NL'] },
    });
  });

  it('removes a product, which is then unknown, and nothing else', async () => {
    const { run, catalog } = await aTable();
    await run('load', products);
    expect(await run('remove', 'SKU002')).toEqual({ exitCode: 0, told: 'SKU002 is removed.' });
    const found = await catalog.find(['SKU001', 'SKU002']);
    expect(found.kind === 'products' && [...found.products.keys()]).toEqual(['SKU001']);
    expect(await run('remove', 'SKU002')).toEqual({ exitCode: 2, told: 'there is no product "SKU002" in the table' });
  });

  it('removes nothing that is no product: not what is true of the whole catalog, and not two at once', async () => {
    const { run, catalog } = await aTable();
    await run('load', products);
    expect(await run('remove', ' catalog')).toMatchObject({ exitCode: 2 });
    expect(await run('remove', '\u0007')).toMatchObject({
      exitCode: 2,
      told: expect.stringContaining('expected the SKU'),
    });
    expect(await run('remove', 'SKU001', 'SKU002')).toMatchObject({
      exitCode: 2,
      told: expect.stringContaining('remove <sku>'),
    });
    expect(await run('remove')).toMatchObject({ exitCode: 2 });
    expect(await catalog.find(['SKU001'])).toMatchObject({ kind: 'products', defaultCurrency: 'EUR' });
  });

  it.each([
    ['stock=many', 'stock: given "many", expected a number'],
    ['EUR=9.50', 'prices.EUR: given "9.50", expected a number'],
    ['sku=OTHER', 'sku=OTHER: expected title=…, '],
    ['colour=red', 'colour=red: expected title=…, '],
    ['title=', 'title: missing, expected '],
  ])('refuses the change %s, says why, and changes nothing', async (change, said) => {
    const { run } = await aTable();
    await run('load', products);
    const { exitCode, told } = await run('set', 'SKU001', 'stock=3', change);
    expect(exitCode).toBe(2);
    expect(told).toContain(said);
    expect(told).toContain('Nothing was changed.');
    expect((await run('list')).told).toContain('10000 in stock');
  });

  it('says that there is no such product, no such table, no such file, and what it expects', async () => {
    const { run } = await aTable();
    expect(await run('set', 'NOPE', 'stock=1')).toMatchObject({
      exitCode: 2,
      told: expect.stringContaining('no product "NOPE"'),
    });
    expect(await run('load', '/no/such/file.csv')).toMatchObject({
      exitCode: 2,
      told: expect.stringContaining('ENOENT'),
    });
    expect(await run('lst')).toMatchObject({ exitCode: 2, told: expect.stringContaining('pnpm order catalog list') });
    const told: string[] = [];
    const world = {
      environment: {},
      say: (text: string) => void told.push(text),
      complain: (text: string) => void told.push(text),
    };
    expect(await catalogProgram(['list'], world)).toBe(2);
    expect(told.join()).toContain('--table: missing');
  });
});
