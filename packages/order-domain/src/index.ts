export type { Clock } from './clock.ts';
export { type Contract, contractSchema, writtenContract } from './contract.ts';
export { type Currency, currencies, currencyExponent, currencySchema } from './currency.ts';
export { type Decision, fail, leave } from './decision.ts';
export { describeGiven } from './describe-given.ts';
export { describeIssues } from './describe-issues.ts';
export { type Execution, executionSchema } from './execution.ts';
export { type FailureNote, failureNoteSchema, reasonsOf } from './failure-note.ts';
export { dateSchema, instant, instantSchema } from './instant.ts';
export { type StageDimension, type StageMetric, stageMetricsNamespace } from './invocation-metrics.ts';
export { toJsonSchema } from './json-schema.ts';
export { formatMoney, type Money, moneySchema, sameMoney, sumMoney, timesMoney } from './money.ts';
export { ofEarlierExecution } from './of-earlier-execution.ts';
export { executionName, operationKey } from './operation-key.ts';
export {
  type Order,
  type OrderLine,
  orderIdSchema,
  orderLimits,
  orderLineSchema,
  orderSchema,
  oversizeSchema,
  type PaymentMethod,
  paymentMethods,
  personalFields,
  type ShippingAddress,
  shippingAddressSchema,
  skuSchema,
} from './order.ts';
export { type Outcome, outcomeSchema, outcomes } from './outcome.ts';
export { type PricedLine, pricedLineSchema } from './priced-line.ts';
export { type OrderRecord, workflowKeys } from './record.ts';
export { isReadable, safeText } from './safe-text.ts';
export {
  Fault,
  type FaultClass,
  fault,
  NoticedDefect,
  Rejection,
  type RejectionClass,
  rejection,
  type StageFailure,
} from './stage-failure.ts';
export { createStageHandler, StageContractBroken } from './stage-handler.ts';
export {
  defineStage,
  type Patience,
  type Stage,
  type StageAccess,
  type StageFacts,
  type StageManifest,
} from './stage-manifest.ts';
export type { InvocationContext, Surroundings } from './surroundings.ts';
export { type Violation, violationText } from './violation.ts';
