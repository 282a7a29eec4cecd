import type { Switchboard } from '../faults/switchboard.ts';
import type { LedgerSettings } from '../ledger/ledger-settings.ts';

export interface SimulatorOptions extends Partial<LedgerSettings> {
  /** File of the ledger, which then outlives the process; in memory unless given. Both simulators may share one. */
  readonly ledgerFile?: string;
  /** One of its own, for its own calls only, unless given. */
  readonly switchboard?: Switchboard;
}
