import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { StageFacts } from '@order-workflow/stage-kit';

/**
 * Where bundles are looked for, in this order: what the app has installed itself, in the folder in which it runs, and what
 * this package depends on. An app with a newer payment stage writes that one's manifest into its sentence, and must not be
 * given the older handler that came with this package.
 */
const places = (): readonly string[] => [join(process.cwd(), 'package.json'), import.meta.filename];

/**
 * The folder of a stage's built bundle, whose asset is the function's code.
 *
 * @param from files of packages that may know the stage's, the first one first
 * @throws Error when none of them does, or the bundle is not built
 */
export function bundleFolder(
  { bundle, stateName }: Pick<StageFacts, 'bundle' | 'stateName'>,
  from: readonly string[] = places(),
): string {
  const problems: unknown[] = [];
  for (const file of from) {
    try {
      return dirname(createRequire(file).resolve(bundle));
    } catch (problem) {
      problems.push(problem);
    }
  }
  const folders = from.map((file) => dirname(file)).join(', ');
  throw new Error(
    `${stateName}: ${bundle} is not built, or its package is not installed; looked for from ${folders}. In this repository, run "pnpm build" first.`,
    { cause: new AggregateError(problems) },
  );
}
