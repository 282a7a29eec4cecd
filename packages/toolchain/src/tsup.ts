import { readdirSync, statSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';
import { bundleFiles } from './bundle-files.ts';
import { jsonBeside } from './json-beside.ts';
import { leanAwsCredentials } from './lean-aws-credentials.ts';
import { leanNodeHttp } from './lean-node-http.ts';

interface PackageBuild {
  /** Library entry points: name of the file in `dist` → source. */
  readonly entry: Record<string, string>;
  /** Lambda bundles by handler name: `src/lambda/<name>.ts` becomes `dist/lambda/<name>/index.mjs`, and beside it what it imports late. */
  readonly lambdas?: readonly string[];
  /** The most bytes that a Lambda bundle may load at its start, minified. The build fails above it (docs/architecture.md, budgets). */
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
    // tsup would strip `node:`, without which newer modules of Node, such as node:sqlite, are not found.
    removeNodeProtocol: false,
  };
  const bundles = lambdas.map((name): Options => {
    const outDir = `dist/lambda/${name}`;
    return {
      entry: { index: `src/lambda/${name}.ts` },
      format: 'esm',
      platform: 'node',
      target: 'node24',
      outDir,
      outExtension: () => ({ js: '.mjs' }),
      minify: true,
      // What is imported late becomes a file of its own beside the bundle, and costs nothing until then.
      splitting: true,
      silent: true,
      // Those files are named after their content: old ones would be deployed along.
      clean: true,
      noExternal: [/.*/],
      // tsup would strip `node:` before lean-node-http sees it.
      removeNodeProtocol: false,
      esbuildPlugins: [jsonBeside, leanNodeHttp, leanAwsCredentials],
      esbuildOptions(options) {
        options.conditions = [source, 'module'];
        options.mainFields = ['module', 'main'];
        options.legalComments = 'none';
        // Node has known them since its 10th version; esbuild would write each as `new RegExp`.
        options.supported = { 'regexp-unicode-property-escapes': true };
      },
      async onSuccess() {
        weigh(name, outDir, lambdaBudgetBytes);
      },
    };
  });
  return defineConfig([library, ...bundles]);
}

function weigh(name: string, outDir: string, budget: number): void {
  const sizeOf = (file: string) => statSync(`${outDir}/${file}`).size;
  const sum = (files: readonly string[]) => files.reduce((bytes, file) => bytes + sizeOf(file), 0);
  const atStart = bundleFiles(outDir, (_, how) => how === 'at-start');
  const late = readdirSync(outDir).filter((file) => file.endsWith('.mjs') && !atStart.has(file));
  const size = sum([...atStart]);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  const documents = readdirSync(outDir).filter((file) => file.endsWith('.json'));
  const more = late.length > 0 ? `, and ${kilobytes(sum(late))} if it is needed` : '';
  const beside = documents.length > 0 ? `, and ${kilobytes(sum(documents))} of JSON` : '';
  console.log(`${name.padEnd(18)} ${kilobytes(size).padStart(9)} of ${kilobytes(budget)}${beside}${more}`);
  if (size > budget) {
    console.error(`${name} is larger than its budget: see what it imports, or raise lambdaBudgetBytes with a reason.`);
    process.exit(1);
  }
}
