import { cpSync, globSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { createMemoryJournal, createVirtualClock } from '@order-workflow/asl-engine';
import { personalFields } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { withFewTries } from '../src/assembly/with-few-tries.ts';
import { type OpenWorkflowOptions, openWorkflow } from '../src/orders/open-workflow.ts';
import { type Platform, type PlatformOptions, startPlatform } from '../src/platform/platform.ts';
import { brokenFunctions } from './broken-functions.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * The canary: orders whose personal data is marked go every way that an order can go, with services that quote what
 * they are sent. The marks may be in the record and in the customer's message, and nowhere else: not in a line of a
 * function's log, not in an error's cause, not in any other part of an event of the history.
 */

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** What the functions write while an order is followed. */
let lines: string[] = [];
const platformOptions: PlatformOptions = {
  virtualLimits: true,
  define: withFewTries(20),
  log: (_, text) => lines.push(...text.split('\n')),
};

/** For those orders that need nothing of their own: its functions are warm. */
let warm: Platform;
beforeAll(async () => {
  warm = await startPlatform(platformOptions);
});
afterAll(() => warm.close());

async function platformOf(options: PlatformOptions): Promise<Platform> {
  if (Object.keys(options).length === 0) return warm;
  const own = await startPlatform({ ...platformOptions, ...options });
  closing.push(() => own.close());
  return own;
}

let orders = 0;

function marked(fields: { readonly token?: string; readonly postalCode?: string } = {}) {
  return anOrder()
    .with({
      orderId: `canary-${orders++}`,
      customerEmail: 'canary-mail@example.com',
      customerName: 'Canary Name',
      customerPhone: '+49 151 0123456',
      paymentToken: fields.token ?? 'canary-token',
    })
    .sentTo({
      line1: 'Canary Street 1',
      line2: 'Canary Floor',
      city: 'Canary City',
      region: 'Canary Region',
      postalCode: fields.postalCode ?? 'SIM-CANARY7',
      country: 'IE',
    })
    .build();
}

/** An order of which every personal field is wrong. */
const wrong = {
  ...marked(),
  customerEmail: 'canary mail at home',
  customerName: 'Canary\u0000Name',
  customerPhone: 'canary phone',
  paymentToken: 'canary token!',
  shippingAddress: { line1: 'Canary\u202eStreet', city: '', postalCode: 'canary_postal', country: 'Canaria' },
};

const brokenRecord = JSON.parse(JSON.stringify({ order: wrong }));

interface Followed extends PlatformOptions, Pick<OpenWorkflowOptions, 'aroundInvocation'> {
  /** Besides the personal fields of the order. */
  readonly marks?: readonly string[];
  /** One that the test has started; its own of these options unless given. */
  readonly platform?: Platform;
}

/** A card's number with signs between its digits that no eye finds. */
const unseen = Array.from('6011601160116611').join('\u200b\u2060\u200b\u2060\u200b');

/** More cards than a rejection names, in fields that come before the others. */
const crowd = Object.fromEntries(Array.from({ length: 25 }, (_, field) => [`a${field}`, '6011601160116611']));

/** Follows an order to its end, and lists whatever holds one of its marks and must not. */
async function follow(order: object, { marks = [], aroundInvocation, platform: given, ...options }: Followed = {}) {
  const platform = given ?? (await platformOf(options));
  lines = [];
  const workflow = openWorkflow(platform, {
    journal: createMemoryJournal(),
    seed: 1,
    ...(aroundInvocation && { aroundInvocation }),
  });
  const { execution } = workflow.place(order, { clock: createVirtualClock() });
  const { status, error, cause, output } = await execution.result;
  const { order: _, ...receipts } = (output ?? {}) as Record<string, unknown>;
  const invocations = lines.flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  const seen = [
    ...lines,
    ...execution.history().map((event) => JSON.stringify(event, withoutRecord)),
    JSON.stringify({ error, cause, receipts }),
  ];
  const allMarks = [...marksOf(order), ...marks];
  const leaks = seen.filter((text) => allMarks.some((mark) => text.toLowerCase().includes(mark)));
  return { status, error, record: receipts, invocations, leaks, events: execution.history() };
}

/** AWS Secrets Manager with one secret, whatever is asked for. */
async function secretsManager(text: string) {
  return serve((_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify({ SecretString: text })),
  );
}

/** The record is in what states and tasks are given and give, and nowhere else in an event. */
function withoutRecord(key: string, value: unknown): unknown {
  return ['input', 'output', 'parameters'].includes(key) ? undefined : value;
}

/** Every text in the personal fields, but for the country's two letters. */
function marksOf(order: object): readonly string[] {
  const texts = (value: unknown): string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [String(value)];
  return Object.entries(order)
    .filter(([field]) => personalFields.has(field))
    .flatMap(([, value]) => texts(value))
    .filter((text) => text.length > 2)
    .map((text) => text.toLowerCase());
}

/** A service that quotes whatever it is sent, with this status, or what it is then, and in these words. */
function quotingService(
  status: number | (() => number),
  answer = (quoted: string) => JSON.stringify({ error: quoted }),
) {
  return serve(async (request, response) => {
    let quoted = `${request.method} ${request.url} ${JSON.stringify(request.headers)} `;
    for await (const chunk of request) quoted += decodeURIComponent(String(chunk).replaceAll('+', ' '));
    const code = typeof status === 'number' ? status : status();
    response.writeHead(code, `${code} canary-mail@example.com`).end(answer(quoted));
  });
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(
    () => server.closeAllConnections(),
    () => new Promise((closed) => server.close(closed)),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const snsRefusal = (quoted: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>${quoted.replaceAll(/[<&]/g, '')}</Message></Error></ErrorResponse>`;

describe('the canary', () => {
  it.each([
    ['fulfilled', marked()],
    ['rejected', wrong],
    ['declined', marked({ token: 'sim-declined' })],
    ['refunded', marked({ postalCode: 'SIM-REFUSED' })],
    ['refunded', marked({ token: 'sim-timeout' })],
    ['refunded', marked({ postalCode: 'SIM-TIMEOUT' })],
  ])('is in no log, cause or event of an order that ends %s', async (outcome, order) => {
    const { status, record, leaks, invocations } = await follow(order);
    expect({ status, outcome: record['outcome'], leaks }).toEqual({ status: 'SUCCEEDED', outcome, leaks: [] });
    expect(invocations.at(-1)).toMatchObject({ state: 'Notify Customer', orderOutcome: outcome, result: 'published' });
  });

  it.each([
    ['its number', { ...marked(), orderId: '6011601160116611' }],
    ['the customer’s name', { ...marked(), customerName: '6011 6011 6011 6611' }],
    ['the token', { ...marked(), paymentToken: '6011601160116611' }],
    ['a field of the shop’s own', { ...marked(), attributes: { note: 'pay with 6011-6011-6011-6611' } }],
    [
      'a SKU, with more that is wrong',
      { ...wrong, orderId: 'canary-sku', items: [{ sku: '6011 6011 6011 6611', quantity: 0 }] },
    ],
    ['its number, in Arabic digits', { ...marked(), orderId: '٦٠١١٦٠١١٦٠١١٦٦١١' }],
    ['the customer’s name, in Devanagari digits', { ...marked(), customerName: 'Jane ६०११ ६०११ ६०११ ६६११' }],
    ['the customer’s name, with marks that nobody sees', { ...marked(), customerName: unseen }],
    ['the customer’s address', { ...marked(), customerEmail: '6011601160116611@example.com' }],
    ['its number, after more cards than are named', { ...crowd, ...marked(), orderId: '٦٠١١٦٠١١٦٠١١٦٦١١' }],
  ])(
    'is in none when the number of a card stands in the order as %s: it is rejected, and told without it',
    async (_, order) => {
      const marks = [
        '6011601160116611',
        '6011 6011 6011 6611',
        '6011-6011-6011-6611',
        '٦٠١١٦٠١١٦٠١١٦٦١١',
        '६०११ ६०११ ६०११ ६६११',
        unseen,
      ];
      const { status, record, leaks, events } = await follow(order, { marks });
      expect({ status, outcome: record['outcome'], leaks }).toEqual({
        status: 'SUCCEEDED',
        outcome: 'rejected',
        leaks: [],
      });
      // The name of the execution is whoever's that starts it, and a state may know it.
      const holding = events.filter((event) => {
        const text = JSON.stringify(event).replaceAll('order-6011601160116611', '');
        return marks.some((mark) => text.includes(mark));
      });
      expect(holding.map(({ type }) => type)).toEqual(['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled']);
    },
  );

  it('is in none when the undo is spent', async () => {
    const { status, error, leaks } = await follow(marked({ postalCode: 'SIM-CANCEL-DOWN' }));
    expect({ status, error, leaks }).toEqual({ status: 'FAILED', error: 'CarrierUnavailable', leaks: [] });
  });

  it.each(['CarrierUrl', 'PaymentGatewayUrl'])(
    'is in none when the service at %s answers 200, 422, 429 or 500 and quotes it',
    async (address) => {
      let answered = 0;
      const url = await quotingService(() => answered);
      const platform = await platformOf({ parameters: { [address]: url } });
      for (answered of [200, 422, 429, 500]) {
        const { status, leaks } = await follow(marked(), { platform });
        expect({ answered, status, leaks }).toEqual({ answered, status: 'FAILED', leaks: [] });
      }
    },
  );

  it('is in none when SNS refuses the notice and quotes it: a defect whose words are not ours', async () => {
    const { record, leaks, invocations } = await follow(marked(), {
      endpoints: { SNS: await quotingService(400, snsRefusal) },
    });
    expect(record).toMatchObject({ notification: { status: 'parked', error: 'InvalidParameterException' } });
    expect(invocations.at(-1)).toMatchObject({ outcome: 'defect', result: 'InvalidParameterException' });
    expect(leaks).toEqual([]);
  });

  it('is in none when the credential that was read from its secret is refused and quoted', async () => {
    const secret = 'canary-api-key';
    const shown = new Set<string | undefined>();
    const gateway = await serve(({ headers }, response) => {
      shown.add(headers.authorization);
      response.writeHead(401).end(JSON.stringify({ error: headers.authorization }));
    });
    const arn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:gateway-AbCdEf';
    const { error, leaks } = await follow(marked(), {
      parameters: { PaymentGatewayUrl: gateway, PaymentGatewaySecretArn: arn },
      endpoints: { SECRETS_MANAGER: await secretsManager(secret) },
      marks: [secret],
    });
    expect([...shown]).toEqual([`Bearer ${secret}`]);
    expect({ error, leaks }).toEqual({ error: 'PaymentGatewayUnavailable', leaks: [] });
  });

  it.each(['ProcessPayment', 'ShipOrder', 'NotifyCustomer'])(
    'is in none when %s meets a broken record',
    async (name) => {
      const { leaks, invocations } = await follow(marked(), {
        aroundInvocation: (proceed) => (invocation) =>
          proceed(invocation.functionName.includes(name) ? { ...invocation, payload: brokenRecord } : invocation),
      });
      expect(invocations).toContainEqual(expect.objectContaining({ outcome: 'defect', result: 'StageContractBroken' }));
      expect(leaks).toEqual([]);
    },
  );

  it('is in none when a function dies', async () => {
    const functions = brokenFunctions();
    functions.break('ShipOrder', 'Runtime.ExitError');
    const { leaks, record } = await follow(marked(), { aroundInvocation: functions.around });
    expect({ outcome: record['outcome'], leaks }).toEqual({ outcome: 'refunded', leaks: [] });
  });
});

describe('the canary is heard', () => {
  /** The synthesized assembly, with one function's handler behind another one. */
  function assemblyWith(wrapper: string): string {
    const infra = dirname(createRequire(import.meta.url).resolve('@order-workflow/infra/package.json'));
    const folder = temporaryFolder();
    cpSync(join(infra, 'cdk.out'), folder, { recursive: true });
    for (const bundle of globSync('asset.*/index.mjs', { cwd: folder })) {
      const path = join(folder, bundle);
      renameSync(path, join(dirname(path), 'stage.mjs'));
      writeFileSync(path, `import { handler as stage } from './stage.mjs';\n${wrapper}`);
    }
    return folder;
  }

  it('when stages log their events', async () => {
    const assembly = assemblyWith(
      'export const handler = (event, context) => { console.log(JSON.stringify(event)); return stage(event, context); };',
    );
    const { leaks } = await follow(marked(), { assembly });
    expect(leaks.length).toBeGreaterThanOrEqual(4);
  });

  it('when a stage throws what it was given', async () => {
    const assembly = assemblyWith(
      'export const handler = async (event) => { throw new Error("cannot handle " + JSON.stringify(event)); };',
    );
    const { leaks } = await follow(marked(), { assembly });
    expect(leaks.some((text) => text.startsWith('ERROR Invoke Error'))).toBe(true);
    expect(leaks.some((text) => text.includes('"cause"'))).toBe(true);
  });
});
