import { createSwitchboard } from '../faults/switchboard.ts';
import { defaultSettings } from '../ledger/ledger-settings.ts';
import { memoryStore } from '../ledger/memory-store.ts';
import { sqliteStore } from '../ledger/sqlite-store.ts';
import { type Simulator, serveSimulator } from '../server/serve-simulator.ts';
import type { SimulatorOptions } from '../server/simulator-options.ts';
import { readCarrierOperation } from './read-carrier-operation.ts';
import { type ShipmentBook, shipmentBook } from './shipment-book.ts';
import { type CarrierSettings, ShipmentLedger } from './shipment-ledger.ts';
import type { CarrierStore } from './shipment-row.ts';

export interface CarrierSimulator extends Simulator {
  readonly ledger: ShipmentBook;
}

export type CarrierOptions = SimulatorOptions & Pick<CarrierSettings, 'departsAfterMs'>;

/**
 * Starts a carrier on a free port of this machine. Its address speaks the interface of the shipping stage's HTTP adapter,
 * `/_faults` its switchboard and `/_ledger` its ledger.
 *
 * @throws Error of SQLite when the ledger's file cannot be opened
 */
export async function startCarrier(options: CarrierOptions = {}): Promise<CarrierSimulator> {
  const {
    ledgerFile,
    switchboard = createSwitchboard({ serves: ['carrier'] }),
    tellsSilence = false,
    onDefect,
    onCall,
    ...settings
  } = options;
  const store: CarrierStore = ledgerFile === undefined ? memoryStore() : sqliteStore(ledgerFile, 'shipment');
  const habits = { ...defaultSettings, ...settings };
  const ledger = new ShipmentLedger(store, habits);
  const book = shipmentBook(ledger);
  const simulator = await serveSimulator({
    layer: 'carrier',
    ledger,
    now: () => habits.clock.now(),
    switchboard,
    tellsSilence,
    onCall,
    read: readCarrierOperation(ledger, switchboard),
    showLedger: () => ({ shipments: book.shipments(), history: book.history(), journal: book.journal() }),
    repair: () => book.repair(),
    ...(onDefect && { onDefect }),
  });
  return { ...simulator, ledger: book };
}
