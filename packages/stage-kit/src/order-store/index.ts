export { dynamoCustomerOrders } from './adapters/dynamo-customer-orders.ts';
export { dynamoOrderStandings } from './adapters/dynamo-order-standings.ts';
export { type DynamoTable, dynamoOrderTable } from './adapters/dynamo-order-table.ts';
export { memoryOrderTable } from './adapters/memory-order-table.ts';
export {
  type CustomerHash,
  customerHash,
  keyedHash,
  type OrderFingerprint,
  orderFingerprint,
} from './adapters/order-fingerprint.ts';
export {
  orderClaimsFromEnvironment,
  orderStandingsFromEnvironment,
  orderStoreFromEnvironment,
  orderStoreTimeoutMs,
  orderStoreVariables,
  orderTableKey,
  orderTakeoversFromEnvironment,
} from './adapters/order-store-from-environment.ts';
export { type ExecutionIdentity, sameExecution } from './execution-identity.ts';
export { type CustomerOrders, type ForgottenCustomer, forgetCustomer } from './forget-customer.ts';
export type { Announced } from './judge-announcement.ts';
export {
  attemptsByContent,
  type Claimant,
  type Claimed,
  type ClaimJudgement,
  describeOwnership,
  judgeClaim,
  type OrderOwnership,
} from './judge-claim.ts';
export type { Closed, ClosedOrder, Closer } from './judge-close.ts';
export type { Taken } from './judge-takeover.ts';
export { listDigits, listedAtKey, type OrderIndex, orderIndexes } from './order-indexes.ts';
export type { FoundItem, NoticedOrder, NoticeState, OrderItem, StoredRecord } from './order-item.ts';
export type { AttemptStanding, OrderStandings, StandingAnswer } from './order-standings.ts';
export { type AttemptEnd, holdsNothing, isEnd, type OrderStatus, orderStatusSchema } from './order-status.ts';
export type {
  AdoptAnswer,
  Adoption,
  AnnounceAnswer,
  Claim,
  ClaimAnswer,
  CloseAnswer,
  Closing,
  OrderClaims,
  OrderStore,
  OrderTakeovers,
  SentAnswer,
  Takeover,
  TakeoverAnswer,
  Unavailable,
  Verdict,
} from './order-store.ts';
export { OrderStoreUnavailable, OrderTableBroken } from './order-store-failures.ts';
export { orderStoreOver } from './order-store-over.ts';
export type { OrderTable, ReadAnswer, WriteAnswer } from './order-table.ts';
