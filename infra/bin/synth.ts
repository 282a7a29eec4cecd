// Synthesizes into `cdk.out` what `cdk synth` would, without the CDK's command line: a first order needs it for nothing else.
import { readFileSync } from 'node:fs';

const { output, context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
// What the command line adds to the context, with versionReporting off.
const added = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:bundling-stacks': ['**'],
};
// As `--context catalogTable=true` does, into a folder of its own: both can stand side by side.
const catalogTable = process.argv.includes('--catalog-table');
process.env['CDK_OUTDIR'] = catalogTable ? `catalog-table/${output}` : output;
process.env['CDK_CONTEXT_JSON'] = JSON.stringify({ ...added, ...context, ...(catalogTable && { catalogTable }) });
await import('./app.ts');
