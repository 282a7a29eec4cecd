import { createSwitchboard } from '../faults/switchboard.ts';
import { defaultSettings } from '../ledger/ledger-settings.ts';
import { memoryStore } from '../ledger/memory-store.ts';
import { sqliteStore } from '../ledger/sqlite-store.ts';
import { type Simulator, serveSimulator } from '../server/serve-simulator.ts';
import type { SimulatorOptions } from '../server/simulator-options.ts';
import { type PaymentBook, paymentBook } from './payment-book.ts';
import { PaymentLedger } from './payment-ledger.ts';
import type { PaymentStore } from './payment-row.ts';
import { readPaymentOperation } from './read-payment-operation.ts';

export interface PaymentGatewaySimulator extends Simulator {
  readonly ledger: PaymentBook;
}

/**
 * Starts a payment gateway on a free port of this machine. Its address speaks the interface of the payment stage's HTTP
 * adapter, `/_faults` its switchboard and `/_ledger` its ledger.
 *
 * @throws Error of SQLite when the ledger's file cannot be opened
 */
export async function startPaymentGateway(options: SimulatorOptions = {}): Promise<PaymentGatewaySimulator> {
  const {
    ledgerFile,
    switchboard = createSwitchboard({ serves: ['gateway'] }),
    tellsSilence = false,
    onDefect,
    onCall,
    ...settings
  } = options;
  const store: PaymentStore = ledgerFile === undefined ? memoryStore() : sqliteStore(ledgerFile, 'payment');
  const habits = { ...defaultSettings, ...settings };
  const ledger = new PaymentLedger(store, habits);
  const book = paymentBook(ledger);
  const simulator = await serveSimulator({
    layer: 'gateway',
    ledger,
    now: () => habits.clock.now(),
    switchboard,
    tellsSilence,
    onCall,
    read: readPaymentOperation(ledger, switchboard),
    showLedger: () => ({ held: book.held(), charges: book.charges(), journal: book.journal() }),
    repair: () => book.repair(),
    ...(onDefect && { onDefect }),
  });
  return { ...simulator, ledger: book };
}
