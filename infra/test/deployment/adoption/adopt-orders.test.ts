import {
  memoryOrderTable,
  type OrderItem,
  OrderTableBroken,
  orderStoreOver,
} from '@order-workflow/stage-kit/order-store';
import { describe, expect, it } from 'vitest';
import { type AdoptionWorld, adoptLateOrders, adoptOrders } from '../../../src/deployment/adoption/adopt-orders.ts';
import type { AdoptionProgress } from '../../../src/deployment/adoption/adoption-progress.ts';
import type { DescribedExecution } from '../../../src/deployment/adoption/past-executions.ts';
import { CloudUnavailable } from '../../../src/deployment/describe-cloud-failure.ts';

/** An execution that began in this minute, of an order of this id and way to pay. */
function anExecution(minute: number, orderId: string, end: string, card = 'visa'): DescribedExecution {
  const order = { orderId, card };
  const running = end === 'RUNNING' || end === 'FAILED';
  return {
    arn: `arn:aws:states:eu-central-1:111122223333:execution:orders:${orderId}-${minute}`,
    startedAt: new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString(),
    status: running ? end : 'SUCCEEDED',
    input: JSON.stringify(order),
    output: running ? undefined : JSON.stringify({ order, validation: {}, outcome: end }),
  };
}

/** A world with these executions, two a page, and what there is to be seen of it. */
function aWorld(executions: DescribedExecution[]) {
  const table = memoryOrderTable();
  let kept: AdoptionProgress | undefined;
  let milliseconds = 0;
  const said: string[] = [];
  const described: string[] = [];
  const world: AdoptionWorld = {
    stateMachineArn: 'arn:orders',
    table: 'Orders',
    executions: {
      async *list() {
        const latest = executions.toSorted((one, other) => (one.startedAt > other.startedAt ? -1 : 1));
        for (let at = 0; at < latest.length; at += 2) yield latest.slice(at, at + 2);
      },
      async describe(arn) {
        described.push(arn.split(':').at(-1) ?? '');
        return executions.find((one) => one.arn === arn)!;
      },
      recordOfFirstStage: async (arn) => {
        const order = JSON.parse(executions.find((one) => one.arn === arn)!.input);
        return JSON.stringify({ order, validation: {} });
      },
    },
    store: orderStoreOver(table, () => new AbortController().signal),
    fingerprint: (order) => (order as { card: string }).card,
    customer: () => undefined,
    book: {
      read: () => kept,
      write: (progress) => {
        kept = progress;
      },
      forget: () => {
        kept = undefined;
      },
    },
    say: (text) => said.push(text),
    now: () => milliseconds,
    wait: async (pause) => {
      milliseconds += pause;
    },
  };
  const read = async (orderId: string): Promise<OrderItem | undefined> => {
    const answer = await table.read(orderId, new AbortController().signal);
    return answer.answer === 'item' ? answer.item : undefined;
  };
  return {
    world,
    said,
    described,
    pass: (ms: number) => {
      milliseconds += ms;
    },
    progress: () => kept,
    async standing(orderId: string) {
      const item = await read(orderId);
      return item && `${item.status} by ${item.owner.id.split(':').at(-1)}`;
    },
    fingerprints: async (orderId: string) => (await read(orderId))?.fingerprints.toSorted(),
  };
}

describe(adoptOrders, () => {
  it('writes each order as its execution left it, and keeps open what may hold something', async () => {
    const { world, standing, said } = aWorld([
      anExecution(1, 'a', 'fulfilled'),
      anExecution(2, 'b', 'declined'),
      anExecution(3, 'c', 'RUNNING'),
      anExecution(4, 'd', 'FAILED'),
    ]);
    await adoptOrders(world, true);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(standing))).toEqual([
      'fulfilled by a-1',
      'declined by b-2',
      'open by c-3',
      'open by d-4',
    ]);
    expect(said).toEqual(['Wrote 4 items of orders that were placed before the order store, from 4 executions.']);
  });

  it('gives an order that several placed to the one whose parcel left, then to one that may hold something, then to the last', async () => {
    const { world, standing, fingerprints } = aWorld([
      anExecution(1, 'a', 'fulfilled'),
      anExecution(2, 'a', 'FAILED', 'amex'),
      anExecution(3, 'a', 'declined', 'amex'),
      anExecution(4, 'b', 'RUNNING'),
      anExecution(5, 'b', 'refunded'),
      anExecution(6, 'c', 'declined', 'visa'),
      anExecution(7, 'c', 'declined', 'amex'),
    ]);
    await adoptOrders(world, true);
    expect(await Promise.all(['a', 'b', 'c'].map(standing))).toEqual([
      'fulfilled by a-1',
      'open by b-4',
      'declined by c-7',
    ]);
    expect(await fingerprints('c')).toEqual(['amex', 'visa']);
  });

  it('goes on where it was stopped, and begins again with what is new', async () => {
    const executions = [1, 2, 3, 4, 5, 6].map((minute) => anExecution(minute, `o${minute}`, 'fulfilled'));
    const { world, described, standing } = aWorld(executions);
    const describe = world.executions.describe;
    const failing = {
      ...world,
      executions: {
        ...world.executions,
        describe: (arn: string) =>
          arn.endsWith('o3-3') ? Promise.reject(new CloudUnavailable('throttled')) : describe(arn),
      },
    };
    await expect(adoptOrders(failing, true)).rejects.toThrow('throttled');
    executions.push(anExecution(7, 'o7', 'fulfilled'));
    described.length = 0;
    await adoptOrders(world, true);
    expect(described.toSorted()).toEqual(['o1-1', 'o2-2', 'o3-3', 'o4-4', 'o5-5', 'o7-7']);
    for (const minute of [1, 2, 3, 4, 5, 6, 7])
      expect(await standing(`o${minute}`)).toBe(`fulfilled by o${minute}-${minute}`);
  });

  it('forgets how far it came with another table', async () => {
    const { world, described } = aWorld([anExecution(1, 'a', 'fulfilled'), anExecution(2, 'b', 'fulfilled')]);
    await adoptOrders(world, true);
    described.length = 0;
    await adoptOrders({ ...world, table: 'Restored' }, true);
    expect(described).toHaveLength(2);
  });

  it('says how far it is, when that takes more than two seconds', async () => {
    const executions = Array.from({ length: 4 }, (_, index) => anExecution(index, `o${index}`, 'fulfilled'));
    const { world, said, pass } = aWorld(executions);
    const slow = {
      ...world,
      fingerprint: (order: unknown) => {
        pass(1_500);
        return world.fingerprint(order);
      },
    };
    await adoptOrders(slow, true);
    expect(said.filter((line) => line.endsWith('…'))).not.toEqual([]);
    expect(said[0]).toMatch(/^ {2}\d executions looked at, \d items written …$/);
  });

  it('waits for a table that does not answer, and then says what to do', async () => {
    const { world } = aWorld([anExecution(1, 'a', 'fulfilled')]);
    const began = world.now();
    const away = { ...world, store: { adopt: async () => ({ answer: 'unavailable', detail: 'throttled' }) as const } };
    await expect(adoptOrders(away, true)).rejects.toThrow(
      'The table Orders does not answer (throttled). Run the same command again: it goes on where it stood.',
    );
    expect(world.now() - began).toBeGreaterThan(30_000);
  });

  it('says which permissions are missing', async () => {
    const { world } = aWorld([anExecution(1, 'a', 'fulfilled')]);
    const adopt = () =>
      Promise.reject(new OrderTableBroken('table Orders answered PutItem with AccessDeniedException (400)'));
    await expect(adoptOrders({ ...world, store: { adopt } }, true)).rejects.toThrow(
      /AccessDeniedException.*dynamodb:GetItem and dynamodb:PutItem/,
    );
  });

  it('leaves alone what was claimed, where there are claims', async () => {
    const { world, standing } = aWorld([anExecution(1, 'a', 'fulfilled')]);
    const execution = { id: 'arn:later', startedAt: '2026-03-01T11:00:00.000Z' };
    const { store } = world as unknown as { store: ReturnType<typeof orderStoreOver> };
    await store.claim({
      orderId: 'a',
      execution,
      fingerprint: 'x',
      verdict: { order: {}, validation: {} },
    });
    await adoptOrders(world, false);
    expect(await standing('a')).toBe('open by later');
  });
});

describe(adoptLateOrders, () => {
  it('writes how those ended that ran, and those that began meanwhile, and is done', async () => {
    const executions = [
      anExecution(1, 'a', 'RUNNING'),
      anExecution(2, 'b', 'RUNNING'),
      anExecution(3, 'c', 'fulfilled'),
    ];
    const { world, standing, progress, described } = aWorld(executions);
    await adoptOrders(world, true);
    executions[0] = anExecution(1, 'a', 'declined');
    executions.push(anExecution(4, 'd', 'fulfilled'));
    described.length = 0;
    await adoptLateOrders(world);
    expect(await Promise.all(['a', 'b', 'c', 'd'].map(standing))).toEqual([
      'declined by a-1',
      'open by b-2',
      'fulfilled by c-3',
      'fulfilled by d-4',
    ]);
    expect(described).not.toContain('c-3');
    expect(progress()).toBeUndefined();
  });

  it('has nothing to do where nothing was written before', async () => {
    const { world, said } = aWorld([anExecution(1, 'a', 'fulfilled')]);
    await adoptLateOrders(world);
    expect(said).toEqual([]);
  });
});
