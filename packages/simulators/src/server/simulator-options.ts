import type { Call } from '../faults/fault-facts.ts';
import type { Switchboard } from '../faults/switchboard.ts';
import type { LedgerSettings } from '../ledger/ledger-settings.ts';

/** A call as it was sent. */
export interface SentCall {
  readonly call: Call;
  readonly key: string;
  /** Undefined when there is none. */
  readonly body: unknown;
}

export type OnCall = (sent: SentCall) => void | Promise<void>;

export interface SimulatorOptions extends Partial<LedgerSettings> {
  /** File of the ledger, which then outlives the process; in memory unless given. Both simulators may share one. */
  readonly ledgerFile?: string;
  /**
   * Whether a call that will never be answered hears so: by an interim `102 Processing`, or a header of the answer that
   * never ends. For callers whose limits pass on a virtual clock; all others wait until theirs have passed.
   */
  readonly tellsSilence?: boolean;
  /** Gets what goes wrong in the simulator itself, as a ledger that cannot be written; standard error does unless given. */
  readonly onDefect?: (problem: unknown) => void;
  /** Hears of each call that is understood, with what was sent, before the ledger does. The call waits for it. */
  readonly onCall?: OnCall;
  /** One of its own, for its own calls only, unless given. */
  readonly switchboard?: Switchboard;
}
