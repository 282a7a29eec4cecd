import { apiApp } from '../api/api-app.ts';
import { type Door, openDoor, PortTaken } from '../api/open-door.ts';
import type { Workflow } from '../start-workflow.ts';
import { exitCodes } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { withWorkflow } from './with-workflow.ts';
import type { WorkflowSettings } from './workflow-settings.ts';
import { writeOut } from './write-out.ts';

export interface ServeCommandOptions extends Omit<WorkflowSettings, 'fresh' | 'fastForward'> {
  /** Port of the loopback address; 0 for any. */
  readonly port: number;
  readonly json?: true;
}

/**
 * `order serve`: answers AWS Step Functions' API until it is interrupted. The port is taken before anything is started, so
 * that no execution is disturbed when there is none. Gives the exit code.
 */
export async function serveCommand(options: ServeCommandOptions): Promise<number> {
  let door: Door;
  try {
    door = await openDoor(options.port);
  } catch (problem) {
    if (!(problem instanceof PortTaken)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    return exitCodes.cannotRun;
  }
  return withWorkflow(options, async (workflow, clock) => {
    door.open(apiApp({ workflow, clock }).fetch);
    await tellWhere(door.url, workflow, options);
    await new Promise(() => undefined);
    return exitCodes.succeeded;
  });
}

async function tellWhere(endpoint: string, workflow: Workflow, { json }: ServeCommandOptions): Promise<void> {
  const { arn: stateMachineArn } = workflow.assembly.stateMachine;
  const text = json
    ? jsonText({ endpoint, stateMachineArn })
    : `  AWS Step Functions' API at ${endpoint}\n  State machine ${stateMachineArn}\n\n` +
      `  aws stepfunctions start-execution --endpoint-url ${endpoint} --name order-12345 --state-machine-arn ${stateMachineArn} --input file://examples/orders/sample.json\n`;
  await writeOut(process.stdout, `${text}\n`);
}
