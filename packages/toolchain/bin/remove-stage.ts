// Removes a stage: `pnpm remove:stage gift-wrap`.
import { parseArgs } from 'node:util';
import { changedFiles, defaultApp } from '../src/new-stage/make-stage.ts';
import { runStageCommand, settleStages } from '../src/new-stage/stage-command.ts';
import { StageNotMade } from '../src/new-stage/stage-names.ts';
import { removeStage } from '../src/remove-stage/remove-stage.ts';
import { StageNotRemoved } from '../src/remove-stage/take-out-stage.ts';

const usage = 'pnpm remove:stage <package> [--app <folder>] [--force]';
const help = `usage: ${usage}

Takes a stage out of the sentence, and deletes its package where it was never released.
  --app <folder>  whose sentence (default: ${defaultApp})
  --force         deletes a package that holds what is in no commit

Exit code: 0 removed, 2 not readable or not removable: nothing is changed.`;

runStageCommand(usage, [StageNotRemoved, StageNotMade], (repository) => {
  const options = {
    help: { type: 'boolean', short: 'h' },
    app: { type: 'string', default: defaultApp },
    force: { type: 'boolean', default: false },
  } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  if (values.help) {
    console.log(help);
    process.exit();
  }
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new StageNotRemoved(`expected a package, as in gift-wrap`);
  const { changed, deleted, stays } = removeStage(repository, name, values);
  for (const file of changed) console.log(`  ${file}`);
  for (const file of deleted) console.log(`  ${file} is deleted`);
  const files = changedFiles(repository, values.app);
  settleStages(files);
  const documents =
    values.app === defaultApp
      ? '  pnpm diagram\n      the documents that show the machine, and what an order costs without it\n'
      : '';
  console.log(
    stays
      ? `
${name} stands in ${files[0]} no more. Orders that began with it still call it, for 40 days at most:
  retired: [<its manifests>] of OrderWorkflow
      keeps its functions, and the permission to call them, until then (docs/decisions/0014-a-record-says-its-version.md)
  pnpm remove:stage ${name}
      after that, deletes its package
`
      : `
Nothing is left of ${name}. Next:
  pnpm turbo run test typecheck --filter=./${values.app}
      what that makes of the deployed machine and its permissions: read the differences, then
  pnpm --filter ./${values.app} exec vitest run -u
${documents}`,
  );
});
