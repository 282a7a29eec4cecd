#!/usr/bin/env -S node --conditions=@order-workflow/source
// What `pnpm order stock` runs: lists the pieces in a table, puts some in, takes some out.
import { stockProgram } from './stock/stock-program.ts';

process.exitCode = await stockProgram(process.argv.slice(2), {
  environment: process.env,
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
