import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawStart, withoutTimes } from '../src/terminal/draw-start.ts';
import { drawTerminal } from '../src/terminal/draw-terminal.ts';
import { repository } from './temporary-place.ts';

describe(drawTerminal, () => {
  it('draws each style that is written, and escapes what XML would misread', () => {
    const written = '\x1b[32m●\x1b[39m a & b\n\x1b[32m\x1b[1mdone\x1b[22m\x1b[39m \x1b[35mx\n';
    const texts = [...drawTerminal({ command: 'run', written, title: '<A>' }).matchAll(/preserve">(.*)<\/text>/g)];
    expect(texts.map(([, text]) => text)).toEqual([
      '<tspan class="dim">$</tspan> run',
      '<tspan class="green">●</tspan> a &amp; b',
      '<tspan class="bold green">done</tspan> x',
    ]);
  });
});

describe(withoutTimes, () => {
  it('leaves out how long something took and when it was, so that two runs are the same picture', () => {
    const [one, other] = [
      'Ship Order    82 ms · ready 2026-11-30 · at 2026-11-28T11:43:32.349Z · 4 states in 648 ms',
      'Ship Order    1.2 s · ready 2027-01-02 · at 2026-12-31T23:59:59.001Z · 4 states in 1 min 3 s',
    ].map(withoutTimes);
    expect(one).toBe(other);
    expect(one).toBe('Ship Order 0 ms · ready 2026-01-01 · at 2026-01-01 · 4 states in 0 ms');
  });
});

describe('docs/start.svg', () => {
  it('shows what pnpm start prints, but for its times (if not, run pnpm diagram)', async () => {
    const drawn = readFileSync(`${repository}docs/start.svg`, 'utf8');
    expect(drawn).toContain('fulfilled');
    expect(withoutTimes(await drawStart(repository))).toBe(withoutTimes(drawn));
  });
});
