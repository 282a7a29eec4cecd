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

describe('docs/start.svg', () => {
  it('shows what pnpm start prints, but for its times (if not, run pnpm diagram)', async () => {
    const drawn = readFileSync(`${repository}docs/start.svg`, 'utf8');
    expect(drawn).toContain('fulfilled');
    expect(withoutTimes(await drawStart(repository))).toBe(withoutTimes(drawn));
  });
});
