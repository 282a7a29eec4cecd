/** How it is known that a command in a document does what the document says. */
export interface KnownCommand {
  readonly command: RegExp;
  /**
   * `test`: a test runs it, or what it starts. `ci`: `.ci/run` runs it, since it is long or needs more than Node. `AWS`: it needs an
   * account, or the AWS CLI. `hand`: it measures, edits, releases, or serves until it is ended, for who develops here.
   */
  readonly how: 'test' | 'ci' | 'AWS' | 'hand';
  /** Of a test: its file, and words in it that say that it does. */
  readonly by?: readonly [file: string, words: string];
}

const pages = ['apps/learn/test/pages.test.ts', 'what they print'] as const;
const orders = ['apps/local/test/documented-orders.long.test.ts', 'every command `pnpm order`'] as const;

/** The first that fits counts. */
export const knownCommands: readonly KnownCommand[] = [
  {
    command: /^pnpm order catalog\b/,
    how: 'test',
    by: ['packages/validate/test/catalog-program.test.ts', "run('set', 'SKU004'"],
  },
  {
    command: /^pnpm order stock\b/,
    how: 'test',
    by: ['packages/stock/test/stock-program.test.ts', "run('add', 'SKU002'"],
  },
  {
    command: /^pnpm order forget\b/,
    how: 'test',
    by: ['packages/stage-kit/test/forget-program.test.ts', "'--table'"],
  },
  {
    command: /^pnpm order (place|show|list|redrive|notices|reset|faults|cancel)\b|^pnpm --silent order |^pnpm order$/,
    how: 'test',
    by: orders,
  },
  {
    command: /^pnpm order prune --before /,
    how: 'test',
    by: ['apps/local/test/prune.test.ts', "['prune', '--before'"],
  },
  {
    command: /^pnpm order events\b/,
    how: 'test',
    by: ['apps/local/test/cli-records.test.ts', "world.order(['events'"],
  },
  { command: /^pnpm order serve$/, how: 'test', by: ['apps/local/test/serve.test.ts', "'serve'"] },
  { command: /^pnpm console$/, how: 'test', by: ['apps/console/test/browser/order-command.ts', "'serve'"] },
  { command: /^pnpm asl run docs\/learn\//, how: 'test', by: pages },
  {
    command: /^pnpm asl( run (machine\.asl\.json .*|…))?$/,
    how: 'test',
    by: ['packages/asl-engine/test/command/run.test.ts', "'run'"],
  },
  { command: /asl-engine run\b/, how: 'test', by: ['packages/asl-engine/test/command/run.test.ts', "'run'"] },
  { command: /asl-engine serve\b/, how: 'test', by: ['packages/asl-engine/test/serve/endpoint.test.ts', "'serve'"] },
  { command: /^pnpm lesson( \d)?$/, how: 'ci', by: ['.ci/lessons', 'pnpm --silent lesson'] },
  {
    command: /^pnpm new:stage\b/,
    how: 'ci',
    by: ['.ci/lessons', 'pnpm --silent new:stage gift-wrap "Wrap Gift" --after processPayment'],
  },
  { command: /^pnpm remove:stage\b/, how: 'ci', by: ['.ci/new-stage', 'pnpm --silent remove:stage survey'] },
  { command: /^pnpm plan$/, how: 'test', by: ['apps/learn/src/check/check-own-stage.ts', 'pnpm plan --json'] },
  { command: /^pnpm start$|^npx -y pnpm@[\d.]+ start$/, how: 'ci', by: ['.ci/first-minute', 'pnpm start'] },
  { command: /^pnpm (ready|tools)$/, how: 'ci', by: ['.ci/first-minute', 'pnpm ready'] },
  {
    command: /^(TEST_SEED=any )?pnpm test$|^npx -y pnpm@[\d.]+( test| <script>)?$/,
    how: 'ci',
    by: ['.ci/run', 'step pnpm test\n'],
  },
  { command: /^pnpm check$|^pnpm lint$/, how: 'ci', by: ['.ci/run', 'step pnpm check'] },
  {
    command: /^pnpm test:long$|^STOCK_ORDERS=\d+ pnpm --filter @order-workflow\/five-stages test:long$/,
    how: 'ci',
    by: ['.ci/run', 'step pnpm test:long'],
  },
  { command: /^pnpm test:deploy$/, how: 'ci', by: ['.ci/run', 'pnpm test:deploy'] },
  { command: /^pnpm test:packages$/, how: 'ci', by: ['.ci/run', 'pnpm test:packages'] },
  {
    command: /^npm (install|test|run (synth|typecheck))$/,
    how: 'ci',
    by: ['packages/toolchain/published/own-app.test.ts', 'names each of its commands'],
  },
  { command: /^pnpm (diagram|walls)$/, how: 'test', by: ['packages/toolchain/lint/walls.test.ts', 'pnpm walls'] },
  { command: /^npm install @order-workflow/, how: 'ci', by: ['packages/toolchain/published/packages.test.ts', 'npm'] },
  { command: /cancellations:table$/, how: 'hand' },
  { command: /load:table$/, how: 'ci', by: ['apps/soak/test/load.long.test.ts', 'runLoad'] },
  { command: /faults:table( --app \S+)?$/, how: 'ci', by: ['apps/local/test/faults.long.test.ts', 'faults:table'] },
  { command: /^pnpm generate:schemas$/, how: 'test', by: ['packages/order-domain/package.json', 'generate:schemas'] },
  { command: /^pnpm (synth|build)$/, how: 'test', by: ['turbo.json', '@order-workflow/infra#synth'] },
  { command: /^pnpm soak\b/, how: 'ci', by: ['.ci/new-stage', 'pnpm --silent soak'] },
  { command: /^pnpm kills\b/, how: 'test', by: ['apps/soak/test/kill.test.ts', 'KILLS'] },
  { command: /^pnpm cost$/, how: 'ci', by: ['.ci/lessons', 'pnpm --silent cost'] },
  { command: /^pnpm starts\b/, how: 'test', by: ['infra/test/starts.long.test.ts', 'measureStarts'] },
  { command: /^pnpm conformance\b/, how: 'ci', by: ['.ci/conformance', '--silent conformance'] },
  { command: /^pnpm (mutants|bench)\b|^pnpm --filter \S+ (throughput|time:desk( \d+)?)$/, how: 'hand' },
  {
    command:
      /^pnpm (install|format|changeset|release|run version)$|^pnpm --filter @order-workflow\/(infra exec vitest|console (dev|picture)$)/,
    how: 'hand',
  },
  { command: /^curl .*127\.0\.0\.1:8083\/orders/, how: 'test', by: ['apps/local/test/order-api.test.ts', "'/orders'"] },
  { command: /^curl .*127\.0\.0\.1:8083\/batches/, how: 'test', by: ['apps/local/test/batch-client.ts', '}/batches`'] },
  {
    command: /^pnpm run doctor$|^node packages\/toolchain\/src\/doctor\/doctor\.mjs$/,
    how: 'ci',
    by: ['.ci/run', 'step pnpm run doctor'],
  },
  {
    command: /^git config core\.hooksPath \.githooks$/,
    how: 'test',
    by: ['packages/toolchain/src/commit-message/commit-message.test.ts', 'core.hooksPath'],
  },
  { command: /^git (checkout|clean)\b/, how: 'hand' },
  { command: /^aws /, how: 'AWS' },
  { command: /^pnpm( run)? (deploy|diff|destroy)\b|^pnpm turbo deploy\b|^npx cdk deploy$/, how: 'AWS' },
];
