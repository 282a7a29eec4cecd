import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { noticedIn, type TestReport } from './noticed-in.ts';
import { runNode } from './run-process.ts';
import { toolOf } from './workbench.ts';
import { assemblyOf, type MutatedApp, mutatedApps } from './workflow-of.ts';

/** Tests that see what the workflow does; none compares the definition with how it looked before. */
export interface Judge {
  readonly name: 'examples' | 'scenarios' | 'soak' | 'unit tests';
  /** The app whose workflow it sees; any unless given. */
  readonly app?: MutatedApp;
  /**
   * What the tests in this copy notice of broken files: a test, or a violation, by name; undefined if nothing.
   *
   * @throws NoVerdict
   */
  notices(folder: string, files: readonly string[]): Promise<string | undefined>;
}

/** The seed and the number of schedules are fixed, so that a mutant that is caught today is caught tomorrow. */
const soakArguments = ['--schedules', '150', '--threads', '1', '--lanes', '2', '--seed', '1'];
const mostMs = 180_000;

/** A judge came to no end. On a busy machine that says nothing about the mutant, so it does not count as noticed. */
export class NoVerdict extends Error {
  override readonly name = 'NoVerdict';
}

const scenarioFiles = [
  ...['scenarios', 'resubmitted-order', 'killed-function', 'cancellation', 'held-refund'].map(
    (name) => `test/${name}.test.ts`,
  ),
  'src/orders/open-workflow.test.ts',
];

/** What gateway, carrier and customer hear of each example order, held to the order. */
const examples: Judge = {
  ...{ name: 'examples', app: 'infra' },
  notices: (folder) => runTests(join(folder, 'apps/soak'), ['run', 'test/examples-sent.test.ts']),
};

/** The synthesized workflow with the built functions: every way between states, on a virtual clock, over a restart, and when cancelled. */
const scenarios: Judge = {
  ...{ name: 'scenarios', app: 'infra' },
  // The one that compares the ways taken with the definition is left out: it is not about behaviour.
  notices: (folder) =>
    runTests(join(folder, 'apps/local'), ['run', ...scenarioFiles, '-t', '^(?!the scenarios together)']),
};

/** Random orders, faults and crashes, against the ledgers of simulators behind HTTP, and the table of stock. */
const soaks = mutatedApps.map(
  (app): Judge => ({
    ...{ name: 'soak', app },
    async notices(folder) {
      const script = ['--conditions=@order-workflow/source', 'bin/soak.ts', ...soakArguments];
      const { exitCode, text } = await runNode(script, join(folder, 'apps/soak'), mostMs, {
        ORDER_WORKFLOW_ASSEMBLY: join(folder, assemblyOf(app)),
      });
      if (exitCode === 0) return undefined;
      if (exitCode === null) throw noEnd('the soak');
      return /not kept: .*|^\w*Error: .*$/m.exec(text)?.[0] ?? text.trim().split('\n').at(-1);
    },
  }),
);

/** The tests of a file's own package that have to do with it. */
const unitTests: Judge = {
  name: 'unit tests',
  async notices(folder, files) {
    const packages = Map.groupBy(files, (file) => file.split('/').slice(0, 2).join('/'));
    for (const [path, own] of packages) {
      // What infra tests is how the definition looks, and what apps/local tests of running it, the scenarios do.
      if (!path.startsWith('packages/')) continue;
      const related = own.map((file) => join(folder, file));
      const test = await runTests(join(folder, path), ['related', ...related, '--run']);
      if (test !== undefined) return test;
    }
    return undefined;
  },
};

/** In the order in which they are asked: by what they cost. */
export const judges: readonly Judge[] = [examples, scenarios, unitTests, ...soaks];

/** Runs tests with vitest as far as the first that fails, and gives its name. */
async function runTests(cwd: string, args: readonly string[]): Promise<string | undefined> {
  const out = join(cwd, '.mutant-report.json');
  rmSync(out, { force: true });
  const vitest = toolOf(cwd, 'vitest', 'vitest.mjs');
  const reporter = ['--bail=1', '--reporter=json', `--outputFile=${out}`];
  const { exitCode, text } = await runNode([vitest, ...args, ...reporter], cwd, mostMs);
  if (exitCode === 0) return undefined;
  if (exitCode === null) throw noEnd(`vitest in ${cwd}`);
  if (!existsSync(out)) throw new Error(`vitest ended with ${exitCode} in ${cwd}:\n${text}`);
  const noticed = noticedIn(JSON.parse(readFileSync(out, 'utf8')) as TestReport);
  if (noticed !== undefined) return noticed;
  throw new Error(`no test failed in ${cwd}, and yet vitest ended with ${exitCode}: ${text}`);
}

function noEnd(who: string): NoVerdict {
  return new NoVerdict(`${who} came to no end within ${mostMs / 1000} s`);
}
