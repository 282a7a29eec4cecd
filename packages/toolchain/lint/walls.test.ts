import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recursions, walls } from '../../../walls.ts';
import { renderWalls } from './wall.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

describe('the walls', () => {
  it('stand as they are in docs/architecture.md (if not, run pnpm walls)', () => {
    const document = readFileSync(`${repository}docs/architecture.md`, 'utf8');
    const [, table] = document.split(/<!-- walls:(?:begin|end) -->/);
    expect(table?.trim()).toBe(renderWalls(walls));
  });

  it('stand around what is there', () => {
    const places = [...walls.flatMap(({ place }) => place), ...recursions.map(({ place }) => place)];
    expect(places.filter((place) => globSync(place, { cwd: repository }).length === 0)).toEqual([]);
  });

  it('leave no source outside', () => {
    const folders = globSync('{packages,apps}/*/src', { cwd: repository }).concat('infra/src');
    const around = walls.flatMap(({ place }) => place.flatMap((each) => globSync(each, { cwd: repository })));
    expect(folders.filter((folder) => !covered(folder, around))).toEqual([]);
  });
});

function covered(folder: string, places: readonly string[]): boolean {
  return places.some((place) => folder === place || folder.startsWith(`${place}/`));
}
