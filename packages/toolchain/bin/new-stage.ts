// Makes a stage of your own: `pnpm new:stage gift-wrap "Wrap Gift" --undo "Unwrap Gift" --after processPayment`.
import { parseArgs } from 'node:util';
import { changedFiles, defaultApp, makeStage } from '../src/new-stage/make-stage.ts';
import { runStageCommand, settleStages } from '../src/new-stage/stage-command.ts';
import { StageNotMade, stageNames } from '../src/new-stage/stage-names.ts';

const usage = 'pnpm new:stage <package> "<State Name>" [--undo "<State Name>"] [--after <stage>] [--app <folder>]';
const help = `usage: ${usage}

Makes packages/<package>, a stage with its tests, and adds it to the sentence.
  --undo <State Name>  the state that undoes it, where it changes the world
  --after <stage>      the stage that it follows, by its name in the sentence, as processPayment (default: the first)
  --app <folder>       whose sentence (default: ${defaultApp})

Exit code: 0 made, 2 not readable: nothing is changed.`;

runStageCommand(usage, [StageNotMade], (repository) => {
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
  const changed = changedFiles(repository, values.app);
  settleStages(changed, [`packages/${names.package}`]);
  const documents =
    values.app === defaultApp
      ? '  pnpm diagram\n      the documents that show the machine, and what an order costs with it\n'
      : '';
  console.log(`
${names['State Name']} stands in ${changed[0]}. Next:
  pnpm turbo run test typecheck --filter=@order-workflow/${names.package} --filter=./${values.app}
      what it makes of the deployed machine and its permissions: read the differences, then
  pnpm --filter ./${values.app} exec vitest run -u
${documents}  pnpm start
      the sample order through it
  packages/${names.package}/README.md
      where to decide, read more, ask a service, undo
`);
});
