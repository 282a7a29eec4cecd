import { statSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { leanAwsCredentials } from './lean-aws-credentials.ts';
import { leanNodeHttp } from './lean-node-http.ts';

interface PackageBuild {
  /** Library entry points: name of the file in `dist` → source. */
  readonly entry: Record<string, string>;
  /** Lambda bundles by handler name: `src/lambda/<name>.ts` becomes `dist/lambda/<name>/index.mjs`. */
  readonly lambdas?: readonly string[];
  /** The most bytes a Lambda bundle may have, minified. The build fails above it (docs/architecture.md, budgets). */
  readonly lambdaBudgetBytes?: number;
}

const source = '@order-workflow/source';

/** The build of a package: a library that leaves its dependencies outside, and Lambda bundles that hold all of theirs. */
export function packageBuild({ entry, lambdas = [], lambdaBudgetBytes = 60_000 }: PackageBuild) {
  const library: Options = {
    entry,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    outDir: 'dist',
    sourcemap: true,
    silent: true,
    clean: false,
  };
  const bundles: Options = {
    entry: Object.fromEntries(lambdas.map((name) => [`lambda/${name}/index`, `src/lambda/${name}.ts`])),
    format: 'esm',
    platform: 'node',
    target: 'node24',
    outDir: 'dist',
    outExtension: () => ({ js: '.mjs' }),
    minify: true,
    splitting: false,
    silent: true,
    clean: false,
    noExternal: [/.*/],
    // tsup would strip `node:` before lean-node-http sees it.
    removeNodeProtocol: false,
    esbuildPlugins: [leanNodeHttp, leanAwsCredentials],
    esbuildOptions(options) {
      options.conditions = [source, 'module'];
      options.mainFields = ['module', 'main'];
      options.legalComments = 'none';
    },
    async onSuccess() {
      for (const name of lambdas) weigh(name, lambdaBudgetBytes);
    },
  };
  return defineConfig(lambdas.length > 0 ? [library, bundles] : library);
}

function weigh(name: string, budget: number): void {
  const { size } = statSync(`dist/lambda/${name}/index.mjs`);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  console.log(`${name.padEnd(18)} ${kilobytes(size).padStart(9)} of ${kilobytes(budget)}`);
  if (size > budget) {
    console.error(`${name} is larger than its budget: see what it imports, or raise lambdaBudgetBytes with a reason.`);
    process.exit(1);
  }
}
