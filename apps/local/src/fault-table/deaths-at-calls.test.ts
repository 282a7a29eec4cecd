import { createSwitchboard } from '@order-workflow/simulators';
import { describe, expect, it } from 'vitest';
import type { StageTarget } from '../faults/fault-targets.ts';
import type { LambdaHost } from '../lambda-host/lambda-host.ts';
import { deathsAtCalls } from './deaths-at-calls.ts';

const notify: StageTarget = { name: 'notify', layers: ['topic', 'table', 'lambda'] };
const read = { layer: 'table', target: 'notify', call: 'read' } as const;
const topic = { layer: 'topic' } as const;

/** A function at work that makes these calls until it dies: what each of them met. */
async function work(deaths: ReturnType<typeof deathsAtCalls>, options: { readonly kill?: AbortSignal } | undefined) {
  const switchboard = deaths.watch(createSwitchboard());
  const met: unknown[] = [];
  let killed = false;
  const host: LambdaHost['invoke'] = async (_name, _payload, given) => {
    const isDead = () => given?.kill?.aborted ?? false;
    for (const place of [{ ...read, target: 'validate' }, { layer: 'lambda', target: 'notify' } as const, read, topic])
      if (!isDead()) met.push(switchboard.take(place));
    killed = isDead();
    return { kind: 'returned', payload: {} };
  };
  await deaths.aroundFunctions(host)('NotifyFunction', {}, options);
  // Nobody is left of whom this could be a call.
  expect(switchboard.take(read)).toBeUndefined();
  return { met, killed, died: deaths.died };
}

const kill = () => ({ kill: new AbortController().signal });

describe(deathsAtCalls, () => {
  it('kills a function at its so-many-th call, which has no effect, and lets one that makes fewer come to its end', async () => {
    const deaths = deathsAtCalls(() => notify);
    const dieAt = (call: number) => {
      deaths.dieAt(call);
      return work(deaths, kill());
    };
    expect(await dieAt(1)).toEqual({ met: [undefined, undefined, 'timeout-before'], killed: true, died: 1 });
    expect(await dieAt(2)).toEqual({ met: [undefined, undefined, undefined, 'down'], killed: true, died: 1 });
    expect(await dieAt(3)).toEqual({ met: Array(4).fill(undefined), killed: false, died: 0 });
  });

  it('lets all others live: who is not to be killed, and what is no stage', async () => {
    const deaths = deathsAtCalls(() => notify);
    expect(await work(deaths, undefined)).toMatchObject({ met: Array(4).fill(undefined), died: 0 });
    expect(
      await work(
        deathsAtCalls(() => undefined),
        kill(),
      ),
    ).toMatchObject({ killed: false, died: 0 });
  });
});
