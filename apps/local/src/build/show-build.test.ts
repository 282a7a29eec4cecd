import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showBuild } from './show-build.ts';

const line = 'Building the workflow, as its sources are new or have changed …\n';

/** What a build of ten seconds writes that begins with `tasks`. */
async function written(tasks: readonly string[], isTTY: boolean): Promise<string> {
  const stream = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 80 });
  const shown = showBuild('/nowhere', stream, async ({ onTask }) => {
    for (const task of tasks) onTask?.(task);
    await new Promise((resolve) => setTimeout(resolve, 10_000));
  });
  await vi.advanceTimersByTimeAsync(10_000);
  await shown;
  return String(stream.read() ?? '');
}

describe(showBuild, () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says once that something is built, and why', async () => {
    expect(await written(['payment: build', 'infra: synth'], false)).toBe(line);
  });

  it('says nothing of changed sources when nothing has changed, however long it takes to see that', async () => {
    expect(await written([], false)).toBe('');
  });

  it('names the task that runs to a terminal, and that it looks while none does', async () => {
    expect(await written(['payment: build'], true)).toContain('Building the workflow … 5 s  payment: build');
    const looking = await written([], true);
    expect(looking).toContain('Looking for changed sources … 5 s');
    expect(looking).not.toContain('Building');
  });
});
