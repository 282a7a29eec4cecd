#!/usr/bin/env -S node --conditions=@order-workflow/source
// What `pnpm order catalog` runs: lists, loads and changes the products in a table.
import { catalogProgram } from './catalog/catalog-program.ts';

process.exitCode = await catalogProgram(process.argv.slice(2), {
  environment: process.env,
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
