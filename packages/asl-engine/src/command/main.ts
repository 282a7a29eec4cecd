import { CommandMisused } from './command-misused.ts';
import { runCommand } from './run-command.ts';
import { serveCommand } from './serve-command.ts';

const usage = `usage: asl-engine run DEFINITION [--input FILE] [--functions FOLDER] [--fast-forward] [--name NAME] [--json]
       asl-engine serve [--port 8083] [--host 127.0.0.1] [--account 123456789012] [--region us-east-1] [--begins-after 100]
                        [--endpoint URL] [--lambda-endpoint URL] [--allow-remote] [--mock-config FILE] [--connections FILE]

run: runs a definition once and prints its history. FOLDER has a file a Lambda function, such as ChargeFunction.mjs, which
exports a handler. --fast-forward lets waits pass at once. Exits with 0 when the execution succeeded, 1 when it did not, 2 when
it could not begin.

serve: serves AWS Step Functions' API for any state machine. Tasks are passed on to --endpoint, an emulator of the other
services, and Lambda functions to --lambda-endpoint (or --endpoint). Both must be on this machine unless --allow-remote is given.
--mock-config is a mock configuration file as Step Functions Local had it, for executions started as ARN#TestCase.
--connections says what EventBridge connections add to HTTP tasks, by their ARNs.`;

/** The command line `asl-engine`. Resolves to the exit code: of `serve`, which goes on, once it listens. */
export async function main([command, ...args]: readonly string[]): Promise<number> {
  if (command === '--help' || args.includes('--help')) {
    console.log(usage);
    return 0;
  }
  try {
    if (command === 'run') return await runCommand(args);
    if (command === 'serve') await serveCommand(args);
    else
      return misused(`${command === undefined ? 'expected a command' : `there is no command ${command}`}\n\n${usage}`);
    return 0;
  } catch (problem) {
    if (problem instanceof CommandMisused) return misused(problem.message);
    if (isOfOptions(problem)) return misused(`${problem.message}\n\n${usage}`);
    throw problem;
  }
}

function misused(message: string): number {
  console.error(message);
  return 2;
}

function isOfOptions(problem: unknown): problem is TypeError {
  return problem instanceof TypeError && 'code' in problem && String(problem.code).startsWith('ERR_PARSE_ARGS');
}
