import type { Wall } from './wall.ts';

/** The table of the walls as Markdown: a row a wall, in their order. */
export function renderWalls(walls: readonly Wall[]): string {
  const code = (texts: readonly string[]) => texts.map((text) => `\`${text}\``).join(', ');
  const rows = walls.map(
    ({ place, may, mayNot = [], because }) =>
      `| ${code(place)} | ${code(may)}${mayNot.length > 0 ? `; not its own ${code(mayNot)}` : ''} | ${because} |`,
  );
  return ['| Files in | May import, besides their own package | Because |', '|---|---|---|', ...rows].join('\n');
}
