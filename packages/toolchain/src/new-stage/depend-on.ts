interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
}

/**
 * Adds a package of this repository to the dependencies of a package.json (its text): where the alphabet puts it, but never last.
 * The last line has no comma behind it, and two that were added there at once could not be merged line by line.
 */
export function dependOn(packageJson: string, name: string): string {
  const read = JSON.parse(packageJson) as Manifest;
  const dependencies = Object.entries(read.dependencies);
  const next = dependencies.findIndex(([other]) => other > name);
  const place = next === -1 ? Math.max(0, dependencies.length - 1) : next;
  const added = dependencies.toSpliced(place, 0, [name, 'workspace:^']);
  return `${JSON.stringify({ ...read, dependencies: Object.fromEntries(added) }, null, 2)}\n`;
}
