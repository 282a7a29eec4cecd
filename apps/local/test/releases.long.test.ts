import { createMemoryJournal, createVirtualClock } from '@order-workflow/asl-engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkflow, type PlacedOrder } from '../src/orders/open-workflow.ts';
import { type Platform, startPlatform } from '../src/platform/platform.ts';
import { buildRelease } from './last-release/build-release.ts';
import { readRelease } from './last-release/kept-release.ts';
import { statesOf } from './last-release/record-release.ts';
import { cannotBeRefunded, everyWay, type FunctionName, functionOf, functions, ways } from './last-release/ways.ts';

/**
 * The last release, built from the commit that `infra/last-release` names, and this one, mixed as they are on AWS: an execution keeps the definition that
 * it began with, while each function is released, and taken back, on a day of its own.
 */

type Release = 'last' | 'this';

/** Which release each function of an execution is of. */
type Mixture = (functionName: FunctionName) => Release;

const allOf =
  (release: Release): Mixture =>
  () =>
    release;

const otherThan = { last: 'this', this: 'last' } as const;

let releases: Readonly<Record<Release, Platform>>;
let remove = () => {};
let orders = 0;

beforeAll(async () => {
  const last = buildRelease(readRelease().commit);
  const current = await startPlatform({ simulators: {}, virtualLimits: true });
  const { parameters } = current.world!;
  releases = {
    this: current,
    last: await startPlatform({ assembly: last.assembly, parameters, virtualLimits: true }),
  };
  remove = last.remove;
});
afterAll(async () => {
  await Promise.all(Object.values(releases ?? {}).map((platform) => platform.close()));
  remove();
});

/** Begins executions by the definition of a release, on the functions of either. */
function begin(definition: Release, given: Mixture) {
  let mixture = given;
  const workflow = openWorkflow(releases[definition], {
    journal: createMemoryJournal(),
    clock: createVirtualClock(),
    seed: 1,
    aroundInvocation: () => (invocation) => {
      const name = functionOf(invocation.functionName);
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
  const record = output as Readonly<Record<'outcome' | 'contract', unknown>> | undefined;
  const told = Object.values(releases).flatMap(({ services }) => services.inbox.take());
  return {
    orderId,
    name,
    contract: record?.contract,
    end: {
      status,
      states: statesOf(execution.history()),
      outcome: record?.outcome,
      told: told.map(({ attributes }) => attributes['outcome']),
      held: gateway.ledger.held(orderId),
      parcels: carrier.ledger.shipments(orderId).map(({ status: became }) => became),
    },
  };
}

describe.each(everyWay)('an order that %s', (way) => {
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
