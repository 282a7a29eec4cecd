import { fileURLToPath } from 'node:url';
import { runProgram } from '../run-program.ts';

export const repository = fileURLToPath(new URL('../../../..', import.meta.url));

export interface PublishablePackage {
  readonly name: string;
  /** Its folder, absolute. */
  readonly path: string;
}

interface ListedPackage extends PublishablePackage {
  readonly private: boolean;
}

/** The packages of the repository that a release publishes: all that are not private, as pnpm tells. */
export function publishablePackages(): readonly PublishablePackage[] {
  const listed = runProgram('pnpm', ['list', '--recursive', '--depth', '-1', '--json'], { cwd: repository });
  const packages: readonly ListedPackage[] = JSON.parse(listed);
  return packages.filter((each) => !each.private).map(({ name, path }) => ({ name, path }));
}
