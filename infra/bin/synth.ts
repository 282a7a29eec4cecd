// Synthesizes into `cdk.out` what `cdk synth` would, without the CDK's command line: a first order needs it for nothing else.
import { readFileSync } from 'node:fs';

const { output, context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
// What the command line adds to the context, with versionReporting off.
const added = {
  'aws:cdk:enable-path-metadata': true,
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:bundling-stacks': ['**'],
};
process.env['CDK_OUTDIR'] = output;
process.env['CDK_CONTEXT_JSON'] = JSON.stringify({ ...added, ...context });
await import('./app.ts');
