#!/usr/bin/env -S node --conditions=@order-workflow/source
// What `pnpm order forget` runs on a table of orders, at AWS or on this machine.
import { forgetProgram } from './forget/forget-program.ts';

process.exitCode = await forgetProgram(process.argv.slice(2), {
  environment: process.env,
  say: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
});
