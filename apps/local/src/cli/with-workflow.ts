import { styleText } from 'node:util';
import type { Clock, ExecutionJournal } from '@order-workflow/asl-engine';
import { createSwitchboard, injectedFaultText, type Switchboard } from '@order-workflow/simulators';
import { type DataFolder, dataFolder } from '../data-folder/data-folder.ts';
import { describeStorageProblem } from '../data-folder/data-folder-unusable.ts';
import { folderClock, worldClock } from '../data-folder/folder-clock.ts';
import { faultTargetsHere } from '../faults/fault-targets.ts';
import type { InjectionLog } from '../faults/injection-log.ts';
import type { ServiceEndpoints } from '../lambda-host/function-environment.ts';
import type { FunctionLog } from '../lambda-host/function-instance.ts';
import { openMessageLog } from '../messages/message-log.ts';
import { outcomeOf } from '../orders/execution-report.ts';
import {
  type PlacedOrder,
  type RunningWorkflow,
  startWorkflow,
  type WorkflowOptions,
} from '../orders/open-workflow.ts';
import { readFaults, type WorkflowSettings } from '../orders/workflow-settings.ts';
import { openKeptItems } from '../tables/open-kept-items.ts';
import { printable } from '../terminal/printable-text.ts';
import { endOnSignal, type Interrupt, interrupted } from './end-on-signal.ts';
import { endWhenUnwritable, keepInMemory, openDataFolder, watchStore } from './open-data-folder.ts';
import { tellWaits, waitsOf } from './tell-waits.ts';

/** How a command runs the workflow, apart from what its user asks for. */
export interface WorkflowManner {
  /** What a signal means to it. */
  readonly interrupt?: Interrupt;
  /** Gets what the functions write, whether or not it is shown. */
  readonly log?: FunctionLog;
  /** Hears of what is written into the journal: gives the one to work with, of the folder if there is one. */
  readonly watch?: (journal: ExecutionJournal, folder: DataFolder | undefined) => ExecutionJournal;
  /** Notes which attempts faults struck. */
  readonly strikes?: InjectionLog;
  /** Where functions find a service, besides those that are played here: `{ SFN: 'http://127.0.0.1:8083' }`. */
  readonly endpoints?: ServiceEndpoints;
  /** Whether it waits for executions to end, and says for which ones; a server does not. */
  readonly waits?: boolean;
}

/**
 * Runs something with the workflow, and closes it whatever happens. What an earlier command left under way goes on
 * meanwhile and is waited for.
 *
 * @throws AssemblyUnreadable when nothing is synthesized yet
 * @throws FaultUnknown before anything is started
 * @throws DataFolderUnusable
 * @throws JournalUnreadable
 */
export async function withWorkflow<Result>(
  settings: WorkflowSettings,
  run: (workflow: RunningWorkflow, clock: Clock) => Promise<Result>,
  { interrupt = interrupted, log, watch, strikes, endpoints, waits = true }: WorkflowManner = {},
): Promise<Result> {
  const targets = faultTargetsHere();
  const switchboard = createSwitchboard({ targets, ...(strikes && { onStrike: strikes.note }) });
  switchboard.set(readFaults(settings, targets));
  const folder = settings.fresh ? undefined : dataFolder(settings.data);
  const kept = folder ? await openDataFolder(folder) : keepInMemory();
  const clock = folderClock(kept.journal, settings.fastForward ?? false);
  const letGo = endOnSignal(interrupt, folder && kept.journal);
  try {
    const workflow = await start(settings, folder, {
      clock,
      switchboard,
      journal: watch?.(kept.journal, folder) ?? kept.journal,
      ...(log && { log }),
      ...(strikes && { strikes }),
      ...(endpoints && { endpoints }),
    });
    if (settings.verbose) tellAddresses(workflow);
    const stopTelling = waits ? tellWaits(waitsOf(workflow, clock, settings)) : () => undefined;
    try {
      const others = followResumed(workflow.resumed, process.stderr);
      const result = await run(workflow, clock);
      await others;
      writeStrikes(switchboard, settings);
      return result;
    } finally {
      stopTelling();
      await workflow.close();
    }
  } finally {
    letGo();
    kept.close();
  }
}

type StartParts = Required<Pick<WorkflowOptions, 'clock' | 'switchboard' | 'journal'>> &
  Pick<WorkflowOptions, 'log' | 'strikes' | 'endpoints'>;

async function start(
  { verbose, fastForward }: WorkflowSettings,
  folder: DataFolder | undefined,
  { clock, log, ...parts }: StartParts,
): Promise<RunningWorkflow> {
  const onFailure = folder ? endWhenUnwritable(folder) : () => undefined;
  try {
    return await startWorkflow({
      ...parts,
      clock,
      messages: watchStore(openMessageLog(folder?.messagesFile), onFailure),
      virtualLimits: fastForward ?? false,
      // In a world of its own nobody could look at them.
      mails: folder !== undefined,
      tables: { onFailure, ...(folder && { openItems: () => openKeptItems(folder) }) },
      simulators: {
        clock: worldClock(clock),
        ...(folder && { ledgerFile: folder.ledgerFile }),
        onDefect(problem) {
          onFailure(problem);
          console.error(problem);
        },
      },
      log(...written) {
        log?.(...written);
        if (verbose) writeFunctionLog(...written);
      },
    });
  } catch (problem) {
    throw folder ? describeStorageProblem(folder, problem) : problem;
  }
}

/** Where the ledgers can be read and faults switched while the command runs. */
function tellAddresses({ world }: RunningWorkflow): void {
  if (!world) return;
  const [gateway, carrier] = [world.gateway.url, world.carrier.url];
  process.stderr.write(`Payment gateway at ${gateway}, carrier at ${carrier}: each has /_ledger and /_faults\n`);
}

function writeStrikes(switchboard: Switchboard, { faultsFromSeed }: WorkflowSettings): void {
  if (faultsFromSeed !== undefined && switchboard.list().length === 0)
    process.stderr.write(`No fault comes of the number ${faultsFromSeed}: try another one\n`);
  for (const { fault, struck } of switchboard.list()) {
    const times = struck === 1 ? 'once' : `${struck} times`;
    process.stderr.write(`Fault ${injectedFaultText(fault)}: ${struck === 0 ? 'did not strike' : `struck ${times}`}\n`);
  }
}

/** Tells of executions that an earlier command left under way, and waits until they have ended. */
async function followResumed(resumed: readonly PlacedOrder[], stream: NodeJS.WritableStream): Promise<void> {
  if (resumed.length === 0) return;
  const [one] = resumed;
  const which = resumed.length === 1 && one ? `${one.name}, which was` : `${resumed.length} executions, which were`;
  stream.write(`Going on with ${which} under way when an earlier command was interrupted.\n`);
  await Promise.all(
    resumed.map(async ({ name, execution }) => {
      const result = await execution.result;
      stream.write(`  ${name}: ${outcomeOf(result) ?? result.status}\n`);
    }),
  );
}

/** Writes what functions write to standard error, each line under its function's name. */
const writeFunctionLog: FunctionLog = (functionName, text) => {
  const name = styleText('dim', `${shortName(functionName)} │`, { stream: process.stderr });
  for (const line of text.trimEnd().split('\n')) process.stderr.write(`${name} ${printable(line)}\n`);
};

/** Without the stack's name in front and the hash behind, which CloudFormation adds. */
function shortName(functionName: string): string {
  return functionName.replace(/^.*-/, '').replace(/[0-9A-F]{8}$/, '');
}
