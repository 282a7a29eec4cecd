import { mkdirSync } from 'node:fs';
import { type Clock, createVirtualClock } from '@order-workflow/asl-engine';
import { openSqliteJournal } from '@order-workflow/asl-engine/journal-sqlite';
import { type InjectedFault, startCarrier, startPaymentGateway } from '@order-workflow/simulators';
import { dataFolder } from '../src/data-folder/data-folder.ts';
import { openMessageLog } from '../src/messages/message-log.ts';
import { type RunningWorkflow, startWorkflow } from '../src/orders/open-workflow.ts';
import type { PlatformOptions } from '../src/platform/platform.ts';
import type { SimulatedWorld } from '../src/platform/simulated-world.ts';
import { openKeptItems } from '../src/tables/open-kept-items.ts';
import { type Books, booksOf } from './books-of.ts';
import { type CommandRun, runOrder } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A data folder, and whoever works in it: by commands, or by a workflow on a clock of its own. */
export interface KeptWorld {
  readonly folder: string;
  /** Runs `order` with these arguments in the folder. */
  order(args: readonly string[], input?: string): Promise<CommandRun>;
  /** Works in the folder on a virtual clock that begins then, with these faults or another definition, and closes it. */
  inProcess<Result>(
    settings: Pick<PlatformOptions, 'define'> & { readonly clock?: Clock; readonly faults?: readonly InjectedFault[] },
    work: (workflow: RunningWorkflow) => Promise<Result>,
  ): Promise<Result>;
  /** What gateway and carrier have of an order: minor units that are held, charges and shipments that stand. */
  ledgers(orderId: string): Promise<{ readonly held: number; readonly charges: number; readonly shipments: number }>;
  /** What they hold of an order, over all its attempts. */
  books(orderId: string): Promise<Books>;
}

export function keptWorld(folder = temporaryFolder()): KeptWorld {
  const files = dataFolder(folder);

  async function read<Found>(of: (world: Pick<SimulatedWorld, 'gateway' | 'carrier'>) => Found): Promise<Found> {
    const settings = { ledgerFile: files.ledgerFile };
    const [gateway, carrier] = [await startPaymentGateway(settings), await startCarrier(settings)];
    try {
      return of({ gateway, carrier });
    } finally {
      await Promise.all([gateway.close(), carrier.close()]);
    }
  }

  return {
    folder,
    order: (args, input = '') => runOrder(args, input, { ORDER_WORKFLOW_DATA: folder }),
    async inProcess({ clock = createVirtualClock({ start: Date.now() }), faults = [], ...defined }, work) {
      mkdirSync(folder, { recursive: true });
      const journal = openSqliteJournal(files.journalFile);
      try {
        const messages = openMessageLog(files.messagesFile);
        const simulators = { clock, ledgerFile: files.ledgerFile };
        const tables = { openItems: () => openKeptItems(files) };
        const kept = { clock, journal, messages, simulators, tables, virtualLimits: true };
        const workflow = await startWorkflow({ ...kept, ...defined });
        for (const fault of faults) workflow.switchboard.add(fault);
        try {
          return await work(workflow);
        } finally {
          await workflow.close();
        }
      } finally {
        journal.close();
      }
    },
    ledgers: (orderId) =>
      read(({ gateway, carrier }) => ({
        held: gateway.ledger.held(orderId),
        charges: gateway.ledger.charges(orderId).filter(({ status }) => status === 'charged').length,
        shipments: carrier.ledger.shipments(orderId).length,
      })),
    books: (orderId) => read((world) => booksOf(world, orderId)),
  };
}
