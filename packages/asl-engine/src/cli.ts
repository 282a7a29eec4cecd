#!/usr/bin/env node
import { CommandMisused } from './command/command-misused.ts';
import { runCommand } from './command/run-command.ts';
import { serveCommand } from './command/serve-command.ts';

const usage = `usage: asl-engine run DEFINITION [--input FILE] [--functions FOLDER] [--fast-forward] [--name NAME] [--json]
       asl-engine serve [--port 8083] [--host 127.0.0.1] [--account 123456789012] [--region us-east-1]
                        [--endpoint URL] [--lambda-endpoint URL] [--allow-remote]

run: runs a definition once and prints its history. FOLDER has a file a Lambda function, such as ChargeFunction.mjs, which
exports a handler. --fast-forward lets waits pass at once. Exits with 0 when the execution succeeded, 1 when it did not, 2 when
it could not begin.

serve: serves AWS Step Functions' API for any state machine. Tasks are passed on to --endpoint, an emulator of the other
services, and Lambda functions to --lambda-endpoint (or --endpoint). Both must be on this machine unless --allow-remote is given.`;

const [command, ...args] = process.argv.slice(2);
try {
  if (command === 'run') process.exitCode = await runCommand(args);
  else if (command === 'serve') await serveCommand(args);
  else if (command === '--help') console.log(usage);
  else misused(`${command === undefined ? 'expected a command' : `there is no command ${command}`}\n\n${usage}`);
} catch (problem) {
  if (problem instanceof CommandMisused) misused(problem.message);
  else if (isOfOptions(problem)) misused(`${problem.message}\n\n${usage}`);
  else throw problem;
}

function misused(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

function isOfOptions(problem: unknown): problem is TypeError {
  return problem instanceof TypeError && 'code' in problem && String(problem.code).startsWith('ERR_PARSE_ARGS');
}
