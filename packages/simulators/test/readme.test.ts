import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type FaultKind, faults } from '../src/faults/faults.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

it('lists in the README the faults that there are', () => {
  const strikes = ({ layers, calls }: FaultKind) => layers.join(', ') + (calls ? `: ${calls.join(', ')}` : '');
  const rows = faults.map((kind: FaultKind) => `| \`${kind.name}\` | ${strikes(kind)} | ${kind.description} |`);
  const table = ['| Fault | Strikes | What happens |', '|---|---|---|', ...rows].join('\n');
  expect(readme.slice(readme.indexOf('| Fault |')).split('\n\n')[0]?.trim()).toBe(table);
});

it('keeps the README short, but for the list of faults', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(30 + faults.length);
});
