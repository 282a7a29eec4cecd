export type { ShipmentBook } from './carrier/shipment-book.ts';
export type { ShipmentRecord } from './carrier/shipment-record.ts';
export type { CarrierEntry } from './carrier/shipment-row.ts';
export { type CarrierOptions, type CarrierSimulator, startCarrier } from './carrier/start-carrier.ts';
export { type Call, callsOf, type Layer, layers, undoing } from './faults/fault-facts.ts';
export type { FaultTarget } from './faults/fault-target.ts';
export { type FaultKind, type FaultName, faultKind, faults } from './faults/faults.ts';
export { type InjectedFault, injectedFaultText, parseInjectedFault } from './faults/injected-fault.ts';
export type { Place } from './faults/place.ts';
export { possibleFaults, randomFaults, randomNumbers } from './faults/random-faults.ts';
export { createSwitchboard, type Switchboard, type SwitchedOn } from './faults/switchboard.ts';
export type { ChargeRecord } from './gateway/charge-record.ts';
export type { PaymentBook } from './gateway/payment-book.ts';
export type { PaymentEntry } from './gateway/payment-row.ts';
export { type PaymentGatewaySimulator, startPaymentGateway } from './gateway/start-payment-gateway.ts';
export { type KeptLedgers, openLedgers } from './ledger/kept-ledgers.ts';
export {
  type AdmittedRequest,
  type AnswerRequest,
  type HttpListener,
  type HttpListenerOptions,
  openHttpListener,
  usualMostBytes,
} from './listener/http-listener.ts';
export { silence } from './server/misbehave.ts';
export type { SentCall, SimulatorOptions } from './server/simulator-options.ts';
