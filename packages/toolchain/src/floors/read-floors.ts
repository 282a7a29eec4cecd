/**
 * The floor on which each folder of a package's source stands, as the table in its README has it: rows that begin with a
 * number, then the folders that stand there, as `` | 2 | `assembly`, `messages` | ``.
 */
export function readFloors(readme: string): ReadonlyMap<string, number> {
  const rows = readme.matchAll(/^\| (\d+) \| ((?:`[a-z-]+`(?:, )?)+) \|/gm);
  return new Map(
    [...rows].flatMap(([, floor, folders = '']) =>
      [...folders.matchAll(/`([a-z-]+)`/g)].map(([, folder = '']) => [folder, Number(floor)] as const),
    ),
  );
}
