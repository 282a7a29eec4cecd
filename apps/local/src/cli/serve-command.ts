import { fileURLToPath } from 'node:url';
import type { ExecutionJournal } from '@order-workflow/asl-engine';
import { apiApp } from '../api/api-app.ts';
import { isConsoleBuilt } from '../api/console-files.ts';
import { functionLogBook } from '../api/local/function-log-book.ts';
import { type OtherMachines, otherMachines } from '../api/other-machines.ts';
import { takePort } from '../api/take-port.ts';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { keepFromOthers } from '../data-folder/make-data-folder.ts';
import { noteServer } from '../data-folder/note-server.ts';
import { type DeskIndex, deskIndex } from '../desk/desk-index.ts';
import { injectionLog } from '../faults/injection-log.ts';
import { openBatches } from '../orders/open-batches.ts';
import type { RunningWorkflow } from '../orders/open-workflow.ts';
import type { WorkflowSettings } from '../orders/workflow-settings.ts';
import { jsonText, writeOut } from '../terminal/write-out.ts';
import { stopped } from './end-on-signal.ts';
import { openBatchJournal } from './open-data-folder.ts';
import { withWorkflow } from './with-workflow.ts';

export interface ServeCommandOptions extends Omit<WorkflowSettings, 'fresh' | 'fastForward'> {
  /** Port of the loopback address; 0 for any. */
  readonly port: number;
  readonly json?: true;
}

const consoleFolder = fileURLToPath(new URL('../../../console/dist/', import.meta.url));
const sample = fileURLToPath(new URL('../../../../examples/orders/sample.json', import.meta.url));
const untilSignal = new Promise<never>(() => undefined);

/**
 * `order serve`: answers AWS Step Functions' API until it is interrupted, which ends the process. The port is taken before
 * anything is started, so that no execution is disturbed when there is none.
 *
 * @throws PortUnusable
 */
export async function serveCommand(options: ServeCommandOptions): Promise<never> {
  const listener = await takePort(options.port);
  const logs = functionLogBook();
  const strikes = injectionLog();
  let desk: DeskIndex | undefined;
  let kept: DataFolder | undefined;
  let others: OtherMachines | undefined;
  const watch = (journal: ExecutionJournal, folder: DataFolder | undefined) => {
    if (folder) noteServer(folder, listener.url);
    kept = folder;
    desk = deskIndex(journal, { openFile: () => folder && privateFile(folder.deskFile) });
    return desk.journal;
  };
  try {
    return await withWorkflow(
      options,
      async (workflow, clock) => {
        const batches = openBatches(workflow, clock, () => openBatchJournal(kept));
        others = otherMachines(workflow);
        const more = { ...(desk && { desk }), ...(batches && { batches }) };
        listener.open(apiApp({ workflow, others, clock, logs, strikes, consoleFolder, ...more }).fetch);
        await tellWhere(listener.url, workflow, options);
        return untilSignal;
      },
      { interrupt: stopped, log: logs.write, watch, strikes, endpoints: { SFN: listener.url }, waits: false },
    );
  } finally {
    others?.stop();
    desk?.close();
    await listener.close();
  }
}

/** A file of a data folder that is its owner's alone; undefined where there can be none. */
function privateFile(file: string): string | undefined {
  try {
    keepFromOthers([file]);
    return file;
  } catch {
    return undefined;
  }
}

async function tellWhere(endpoint: string, workflow: RunningWorkflow, { json }: ServeCommandOptions): Promise<void> {
  const { arn: stateMachineArn } = workflow.assembly.stateMachine;
  const consoleUrl = isConsoleBuilt(consoleFolder) ? `${endpoint}/` : null;
  const text = json
    ? jsonText({ endpoint, stateMachineArn, console: consoleUrl })
    : `
  AWS Step Functions' API of ${stateMachineArn}
  at ${endpoint} until Ctrl-C.${consoleUrl === null ? '' : ` Web console: ${consoleUrl}`}

  aws stepfunctions start-execution --endpoint-url ${endpoint} --name order-12345 --state-machine-arn ${stateMachineArn} --input "file://${sample}"

  Credentials and region mean nothing here, but the CLI wants some:
  export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-east-1
`;
  await writeOut(process.stdout, `${text}\n`);
}
