// Makes a stage of your own: `pnpm new:stage gift-wrap "Wrap Gift" --undo "Unwrap Gift" --after processPayment`.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
// On Windows biome and pnpm are scripts of cmd.exe, which Node's own does not start.
import { sync as spawn } from 'cross-spawn';
import { changedFiles, defaultApp, makeStage } from '../src/new-stage/make-stage.ts';
import { StageNotMade, stageNames } from '../src/new-stage/stage-names.ts';

const usage = 'pnpm new:stage <package> "<State Name>" [--undo "<State Name>"] [--after <stage>] [--app <folder>]';
const help = `usage: ${usage}

Makes packages/<package>, a stage with its tests, and adds it to the sentence.
  --undo <State Name>  the state that undoes it, where it changes the world
  --after <stage>      the stage that it follows, by its name in the sentence, as processPayment (default: the first)
  --app <folder>       whose sentence (default: ${defaultApp})

Exit code: 0 made, 2 not readable: nothing is changed.`;
const repository = fileURLToPath(new URL('../../..', import.meta.url));
function run(command: string, ...args: readonly string[]): void {
  const { status, error } = spawn(command, args, { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${status}`);
}

try {
  const options = {
    help: { type: 'boolean', short: 'h' },
    after: { type: 'string' },
    undo: { type: 'string' },
    app: { type: 'string', default: defaultApp },
  } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  if (values.help) {
    console.log(help);
    process.exit();
  }
  if (positionals.length > 2) throw new StageNotMade(`expected a package and a state: ${usage}`);
  const names = stageNames(positionals[0], positionals[1], values.undo);
  const files = makeStage(repository, names, values.after, values.app);
  for (const file of files) console.log(`  ${file}`);
  const [sentence] = changedFiles(repository, values.app);
  const formatted = changedFiles(repository, values.app).filter((file) => /\.(ts|json)$/.test(file));
  run('biome', 'check', '--write', `packages/${names.package}`, ...formatted);
  // Where CI runs, pnpm would refuse to add to the lockfile.
  run('pnpm', 'install', '--prefer-offline', '--no-frozen-lockfile');
  console.log(`
${names['State Name']} stands in ${sentence}. Next:
  pnpm turbo run test typecheck --filter=@order-workflow/${names.package} --filter=./${values.app}
      what it makes of the deployed machine and its permissions: read the differences, and take them with -u
  pnpm start
      the sample order through it
  packages/${names.package}/README.md
      where to decide, read more, ask a service, undo
`);
} catch (problem) {
  const isUsage = problem instanceof TypeError && 'code' in problem;
  if (!(problem instanceof StageNotMade) && !isUsage) throw problem;
  console.error(`${problem.message}\nusage: ${usage}`);
  process.exitCode = 2;
}
