#!/usr/bin/env -S node --conditions=@order-workflow/source
// In JavaScript, since Node would strip types here before it has a cache to find the outcome in.
import { enableCompileCache } from 'node:module';

enableCompileCache();
// Functions run in UTC on AWS, and worker threads share the zone of their process.
process.env['TZ'] = 'UTC';

// Whoever reads has had enough, as `head` does: that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

const { runOrderProgram } = await import('../src/cli/run-order-program.ts');
process.exitCode = await runOrderProgram(process.argv.slice(2));
