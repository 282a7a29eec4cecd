/** One row of who may import what: see `walls.ts` in the root of the repository. */
export interface Wall {
  /** By which the linter names it when an import breaks through. */
  readonly name: string;
  /** Folders, from the root of the repository, or files; `*` stands for any part of one name in a path. */
  readonly place: readonly string[];
  /**
   * What may be imported besides the place's own package: the folder name of another package of ours, of which only what it
   * exports; `stages` for every package that has functions; a package of npm, or one entry of it (`zod/mini`);
   * `node:` for all that Node brings, or one module of it; a file in the root of the repository.
   */
  readonly may: readonly string[];
  /** Folders of its own package's source that it may not import from. */
  readonly mayNot?: readonly string[];
  readonly because: string;
}

/** Files that may import each other in a circle. */
export interface Recursion {
  readonly place: string;
  readonly because: string;
}

/** The table of the walls as Markdown: a row a wall, in their order. */
export function renderWalls(walls: readonly Wall[]): string {
  const code = (texts: readonly string[]) => texts.map((text) => `\`${text}\``).join(', ');
  const rows = walls.map(
    ({ place, may, mayNot = [], because }) =>
      `| ${code(place)} | ${code(may)}${mayNot.length > 0 ? `; not its own ${code(mayNot)}` : ''} | ${because} |`,
  );
  return ['| Files in | May import, besides their own package | Because |', '|---|---|---|', ...rows].join('\n');
}
