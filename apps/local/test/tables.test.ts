import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkComplete } from '../src/data-folder/check-complete.ts';
import { dataFolder } from '../src/data-folder/data-folder.ts';
import { describeStorageProblem } from '../src/data-folder/data-folder-unusable.ts';
import { openMessageLog } from '../src/messages/message-log.ts';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import { openItemStore } from '../src/tables/item-store.ts';
import { openKeptItems } from '../src/tables/open-kept-items.ts';
import type { TablesOptions } from '../src/tables/start-tables.ts';
import { keptWorld } from './kept-world.ts';
import { tableAssembly } from './table-assembly.ts';
import { temporaryFolder } from './temporary-folder.ts';

const Key = { orderId: { S: '1' } };
const claim = { operation: 'PutItem', Item: { ...Key, n: { N: '1' } } };
const onlyOnce = { ...claim, ConditionExpression: 'attribute_not_exists(orderId)' };
const readAgain = { operation: 'GetItem', Key, ConsistentRead: true };

/** Gives how to ask the stage, which asks its table. */
async function workedOn(tables: TablesOptions = {}, assembly = tableAssembly()) {
  const platform = await startPlatform({ assembly, tables });
  let open = true;
  const close = async () => {
    if (open) await platform.close();
    open = false;
  };
  onTestFinished(close);
  return { platform, close, ask: (input: unknown) => asked(platform, input) };
}

async function asked(platform: Platform, input: unknown): Promise<unknown> {
  const result = await platform.runFunction('Shop-Stage', input);
  return result && 'payload' in result ? result.payload : result;
}

/** A data folder with a claim in its table. */
async function folderWithClaim() {
  const folder = dataFolder(temporaryFolder());
  openMessageLog(folder.messagesFile).close();
  const { ask, close } = await workedOn({ openItems: () => openKeptItems(folder) });
  await ask(claim);
  await close();
  return folder;
}

function send(endpoint: string, headers: Record<string, string>, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = request(endpoint, { method: 'POST', headers }, (incoming) => {
      incoming.resume().on('end', () => resolve(incoming.statusCode));
    });
    outgoing.on('error', reject).end(body);
  });
}

describe('a table of the assembly', () => {
  it.each(['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'])(
    'is there for the functions as on AWS: %s',
    async (type) => {
      const { ask, platform } = await workedOn({}, tableAssembly(type));
      expect(await ask(readAgain)).toEqual({ status: 200 });
      expect(await ask(onlyOnce)).toEqual({ status: 200 });
      expect(await ask(onlyOnce)).toMatchObject({
        status: 400,
        __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException',
      });
      const more = { UpdateExpression: 'SET n = n + :one', ExpressionAttributeValues: { ':one': { N: '1' } } };
      expect(await ask({ operation: 'UpdateItem', Key, ...more })).toEqual({ status: 200 });
      expect(await ask(readAgain)).toEqual({ status: 200, Item: { ...Key, n: { N: '2' } } });
      expect(await platform.tables?.items('Shop-Orders')).toEqual([{ ...Key, n: { N: '2' } }]);
    },
  );

  it('gives all its items to who judges it, also beyond the megabyte at which a scan ends its page', async () => {
    const { platform, ask } = await workedOn();
    const orderIds = ['1', '2', '3', '4', '5'];
    for (const orderId of orderIds)
      await ask({ operation: 'PutItem', Item: { orderId: { S: orderId }, filled: { S: 'x'.repeat(300_000) } } });
    const items = (await platform.tables?.items('Shop-Orders')) as readonly { readonly orderId: { S: string } }[];
    expect(items.map(({ orderId }) => orderId.S).toSorted()).toEqual(orderIds);
  });

  it('turns away what a web page sends, and survives what is no call', async () => {
    const { platform, ask } = await workedOn();
    const endpoint = platform.tables?.endpoint ?? '';
    const call = {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.GetItem',
      'x-amz-date': '20260101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=local/x, SignedHeaders=host, Signature=0',
    };
    expect(await send(endpoint, { ...call, host: 'evil.com' }, '{}')).toBe(403);
    expect(await send(endpoint, { ...call, origin: 'https://evil.com' }, '{}')).toBe(403);
    expect(await send(endpoint, call, 'x'.repeat(1024 * 1024 + 1))).toBe(413);
    for (const body of ['', 'null', '[]', '"x"', '1', '{', '{}', '{"TableName":null}'])
      expect({ body, status: await send(endpoint, call, body) }).toEqual({ body, status: 400 });
    expect(await send(endpoint, { 'content-type': 'text/plain' }, '{}')).toBe(400);
    expect(await ask(readAgain)).toEqual({ status: 200 });
  });

  it('answers that DynamoDB has failed when items cannot be kept, and tells why', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
    const heard: unknown[] = [];
    const { ask } = await workedOn({
      openItems() {
        const items = openItemStore();
        return {
          ...items,
          put: (key, value) => (key.startsWith('item') ? Promise.reject(full) : items.put(key, value)),
        };
      },
      onFailure: (problem) => heard.push(problem),
    });
    expect(await ask(claim)).toMatchObject({ status: 500, __type: expect.stringContaining('InternalServerError') });
    expect(heard).toEqual([full]);
  });
});

describe('the items of a data folder', () => {
  it("are there for the next command, and their owner's alone", async () => {
    const folder = await folderWithClaim();
    if (process.getuid) expect((statSync(folder.tablesFile).mode & 0o777).toString(8)).toBe('600');
    const { ask } = await workedOn({ openItems: () => openKeptItems(folder) });
    expect(await ask(onlyOnce)).toMatchObject({ status: 400 });
    expect(await ask(readAgain)).toMatchObject({ Item: claim.Item });
  });

  it('are all there that were acknowledged, when the process is killed', async () => {
    const folder = dataFolder(temporaryFolder());
    mkdirSync(folder.path, { recursive: true });
    const program = fileURLToPath(new URL('killed-at-the-table.ts', import.meta.url));
    for (const times of [1, 2, 3]) {
      const { signal, stdout } = spawnSync(process.execPath, [program, folder.path, String(times)], {
        encoding: 'utf8',
      });
      expect({ signal, stdout }).toEqual({ signal: 'SIGKILL', stdout: 'acknowledged\n'.repeat(20) });
    }
    const { platform } = await workedOn({ openItems: () => openKeptItems(folder) });
    expect(await platform.tables?.items('Shop-Orders')).toHaveLength(60);
  });

  it.each([
    ['empty', (file: string) => truncateSync(file)],
    ['missing', (file: string) => rmSync(file)],
  ])('are missed when their file is %s', async (state, lose) => {
    const folder = await folderWithClaim();
    const messages = openMessageLog(folder.messagesFile);
    messages.publish({ subject: 'x', text: 'x', attributes: {} });
    messages.close();
    for (const file of [folder.journalFile, folder.ledgerFile]) openMessageLog(file).close();
    expect(() => checkComplete(folder)).not.toThrow();
    lose(folder.tablesFile);
    expect(() => checkComplete(folder)).toThrow(`${folder.tablesFile} is ${state}, although messages.sqlite beside it`);
  });

  it('are told to be damaged by the name of their file, and are forgotten by order reset', async () => {
    const folder = await folderWithClaim();
    writeFileSync(folder.tablesFile, 'no database');
    await expect(workedOn({ openItems: () => openKeptItems(folder) }).catch(told)).resolves.toContain(
      `${folder.tablesFile} is damaged`,
    );
    function told(problem: unknown): string {
      return String(describeStorageProblem(folder, problem));
    }
    expect((await keptWorld(folder.path).order(['reset'])).exitCode).toBe(0);
    expect(existsSync(folder.tablesFile)).toBe(false);
  });
});

describe('an assembly without a table', () => {
  it('loads nothing for one, and opens no port', async () => {
    const program = `
      const { startPlatform } = await import(${JSON.stringify(new URL('../src/platform/platform.ts', import.meta.url).href)});
      const platform = await startPlatform({ assembly: process.argv[1] });
      const { createRequire } = await import('node:module');
      const loaded = Object.keys(createRequire(process.argv[1] + '/x')('node:module')._cache);
      console.log(JSON.stringify({ tables: typeof platform.tables, dynalite: loaded.some((file) => /dynalite/.test(file)) }));
      await platform.close();
    `;
    const conditions = ['--conditions=@order-workflow/source', '--input-type=module', '-e', program];
    for (const [type, found] of [
      ['', { tables: 'undefined', dynalite: false }],
      ['AWS::DynamoDB::Table', { tables: 'object', dynalite: true }],
    ] as const) {
      const { stdout, stderr } = spawnSync(process.execPath, [...conditions, tableAssembly(type)], {
        encoding: 'utf8',
      });
      expect({ ...JSON.parse(stdout || 'null'), stderr }).toEqual({ ...found, stderr: '' });
    }
  });
});
