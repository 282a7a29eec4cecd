import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loads, scaled } from '../src/load/loads.ts';
import { loadRow } from '../src/load/render-load.ts';
import { runLoad } from '../src/load/run-load.ts';

const document = readFileSync(new URL('../../../docs/scale.md', import.meta.url), 'utf8');

it.each(['350 a second', '100 a second, the gateway silent for a minute'].map((name) => ({ name })))(
  'loses no order at $name, and comes out as docs/scale.md says',
  async ({ name }) => {
    const load = loads.find((one) => one.name === name);
    if (!load) throw new Error(`there is no load "${name}"`);
    const result = await runLoad(scaled(load));
    expect(result).toMatchObject({ failed: 0, heldWithoutParcel: 0 });
    expect(document).toContain(`\n${loadRow(load, result)}\n`);
  },
);
