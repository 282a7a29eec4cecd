import { fileURLToPath } from 'node:url';
import { createMemoryJournal, createVirtualClock } from '@order-workflow/asl-engine';
import { writtenContract } from '@order-workflow/order-domain';
import { anOrder } from '@order-workflow/order-domain/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkflow, type PlacedOrder } from '../src/orders/open-workflow.ts';
import { type Platform, startPlatform } from '../src/platform/platform.ts';

/**
 * The last release (`infra/last-release`) and this one, mixed as they are on AWS: an execution keeps the definition that
 * it began with, while each function is released, and taken back, on a day of its own.
 */

type Release = 'last' | 'this';

const lastRelease = fileURLToPath(new URL('../../../infra/last-release', import.meta.url));

/** An order for every way through the workflow. What the tokens and postal codes mean stands in the READMEs of payment and shipping. */
const ways = {
  'goes well': anOrder().sentTo().build(),
  'is rejected': { ...anOrder().build(), items: [{ sku: 'NO-SUCH', quantity: 0 }] },
  'is declined': anOrder().with({ paymentToken: 'sim-declined' }).build(),
  'has a charge of unknown outcome': anOrder().with({ paymentToken: 'sim-timeout' }).build(),
  'has a charge that is not decided': anOrder().with({ paymentToken: 'sim-pending' }).build(),
  'has a parcel that is refused': anOrder().sentTo({ postalCode: 'SIM-REFUSED' }).build(),
  'has a parcel of unknown outcome': anOrder().sentTo({ postalCode: 'SIM-TIMEOUT' }).build(),
  'has a parcel that leaves': anOrder().sentTo({ postalCode: 'SIM-DEPARTED' }).build(),
};
/** This one fails at Refund Payment, until the gateway's ledger is repaired. */
const cannotBeRefunded = anOrder()
  .with({ paymentToken: 'sim-refund-unavailable' })
  .sentTo({ postalCode: 'SIM-REFUSED' })
  .build();

type Way = keyof typeof ways;

const functions = [
  'ValidateOrder',
  'ProcessPayment',
  'ShipOrder',
  'CancelShipment',
  'RefundPayment',
  'NotifyCustomer',
] as const;
type FunctionName = (typeof functions)[number];

/** Which release each function of an execution is of. */
type Mixture = (functionName: FunctionName) => Release;

const allOf =
  (release: Release): Mixture =>
  () =>
    release;

const otherThan = { last: 'this', this: 'last' } as const;

let releases: Readonly<Record<Release, Platform>>;
let orders = 0;

beforeAll(async () => {
  const current = await startPlatform({ simulators: {}, virtualLimits: true });
  const { parameters } = current.world!;
  releases = { this: current, last: await startPlatform({ assembly: lastRelease, parameters, virtualLimits: true }) };
});
afterAll(() => Promise.all(Object.values(releases).map((platform) => platform.close())));

/** Begins executions by the definition of a release, on the functions of either. */
function begin(definition: Release, given: Mixture) {
  let mixture = given;
  const workflow = openWorkflow(releases[definition], {
    journal: createMemoryJournal(),
    clock: createVirtualClock(),
    seed: 1,
    aroundInvocation: () => (invocation) => {
      const name = functions.find((known) => invocation.functionName.includes(known));
      // A stage that is new since then is of this release in every mixture.
      return releases[name === undefined ? 'this' : mixture(name)].invokeLambda(invocation);
    },
  });
  return {
    async place(order: object) {
      const orderId = `mixed-${++orders}`;
      return endOf(workflow.place({ ...order, orderId }), orderId);
    },
    /** Goes on with an execution that failed, on other functions than it began with. */
    async redrive({ orderId, name }: { readonly orderId: string; readonly name: string }, released: Mixture) {
      mixture = released;
      return endOf(workflow.redrive(name), orderId);
    },
  };
}

/** How an execution ended, in the workflow's words and by the ledgers. */
async function endOf({ execution, name }: PlacedOrder, orderId: string) {
  const { status, output } = await execution.result;
  const { gateway, carrier } = releases.this.world!;
  const entered = execution.history().flatMap((event) => {
    const details = event['stateEnteredEventDetails'];
    return details ? [details['name']] : [];
  });
  const record = output as Readonly<Record<'outcome' | 'contract', unknown>> | undefined;
  const told = Object.values(releases).flatMap(({ services }) => services.inbox.take());
  return {
    orderId,
    name,
    contract: record?.contract,
    end: {
      status,
      states: entered,
      outcome: record?.outcome,
      told: told.map(({ attributes }) => attributes['outcome']),
      held: gateway.ledger.held(orderId),
      parcels: carrier.ledger.shipments(orderId).map(({ status: became }) => became),
    },
  };
}

describe.each(Object.keys(ways) as Way[])('an order that %s', (way) => {
  /** How it ends where nothing is mixed. A mixture must end as one of the two does. */
  const pure: unknown[] = [];

  it('ends well in each release alone', async () => {
    for (const release of ['last', 'this'] as const) {
      const { end } = await begin(release, allOf(release)).place(ways[way]);
      expect(end).toMatchObject({ status: 'SUCCEEDED', outcome: expect.any(String), told: [end.outcome] });
      pure.push(end);
    }
  });

  it.each(['last', 'this'] as const)(
    'ends so by the definition of %s release on the functions of the other',
    async (definition) => {
      const { end } = await begin(definition, allOf(otherThan[definition])).place(ways[way]);
      expect(pure).toContainEqual(end);
    },
  );

  it.each(functions)('ends so while %s alone is of the other release', async (other) => {
    for (const release of ['last', 'this'] as const) {
      const { end } = await begin(release, (name) => (name === other ? otherThan[release] : release)).place(ways[way]);
      expect(pure).toContainEqual(end);
    }
  });
});

it.each(['last', 'this'] as const)(
  'goes on with an execution that failed in %s release when it is redriven in the other',
  async (release) => {
    const executions = begin(release, allOf(release));
    const failed = await executions.place(cannotBeRefunded);
    expect(failed.end).toMatchObject({ status: 'FAILED', held: 3998, parcels: [] });
    releases.this.world?.gateway.ledger.repair();
    const { end } = await executions.redrive(failed, allOf(otherThan[release]));
    expect(end).toMatchObject({ status: 'SUCCEEDED', outcome: 'refunded', held: 0, parcels: [], told: ['refunded'] });
  },
);

it('writes records of a contract that the last release reads, and each stage refuses any other', async () => {
  const { contract } = await begin('this', allOf('this')).place(ways['goes well']);
  expect(contract).toBe(writtenContract);
  const receipts = await Promise.all(
    functions.slice(1).map(async (name) => {
      const { functions: deployed } = releases.this.assembly;
      const arn = deployed.find((one) => one.logicalId.includes(name))!.arn;
      return releases.this.runFunction(arn, { contract: 0, outcome: 'fulfilled', order: anOrder().build() });
    }),
  );
  for (const result of receipts) {
    expect(result).toMatchObject({
      kind: 'failed',
      error: { errorType: 'StageContractBroken', errorMessage: expect.stringContaining('contract: given 0') },
    });
  }
});
