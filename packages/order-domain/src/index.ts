export { attemptSaid, attemptSchema } from './attempt.ts';
export { attributeLimits, attributesSchema } from './attributes.ts';
export { canonicalJson } from './canonical-json.ts';
export { type CardNumberSearch, holdsCardNumber } from './card-number.ts';
export { countries, countrySchema } from './country.ts';
export { type Currency, currencies, currencyExponent, currencySchema } from './currency.ts';
export { customerAddress } from './customer-address.ts';
export { customerNameSchema, localeSchema, telephoneSchema } from './customer-fields.ts';
export { describeGiven, describeKey } from './describe-given.ts';
export { describeIssues } from './describe-issues.ts';
export { emailAddressSchema } from './email-address.ts';
export { type FailureNote, failureNoteSchema, reasonsOf } from './failure-note.ts';
export { cardNumberGiven, findCardNumbers } from './find-card-numbers.ts';
export { dateSchema, instant, instantSchema } from './instant.ts';
export { toJsonSchema } from './json-schema.ts';
export { labelLimits, labelLines } from './label-lines.ts';
export { leftOutWhenBlank } from './left-out-when-blank.ts';
export { formatMoney, type Money, moneySchema, sameMoney, sumMoney, timesMoney } from './money.ts';
export { executionName, operationKey, orderIdPart } from './operation-key.ts';
export {
  type Order,
  type OrderLine,
  orderLimits,
  orderLineSchema,
  orderSchema,
  oversizeSchema,
  type PaymentMethod,
  paymentMethods,
  paymentTokenSchema,
} from './order.ts';
export { orderContent } from './order-content.ts';
export { claimableOrderId, orderIdSchema } from './order-id.ts';
export { type OrderEnd, type Outcome, orderEndSchema, orderEnds, outcomeSchema, outcomes } from './outcome.ts';
export { contactFields, personalFields } from './personal-fields.ts';
export { type PricedLine, pricedLineSchema } from './priced-line.ts';
export { type OrderRecord, workflowKeys } from './record.ts';
export { type RecordVersion, recordVersionSchema, versionOfLaterAttempts, writtenVersion } from './record-version.ts';
export { isReadable, safeText } from './safe-text.ts';
export { type ShippingAddress, shippingAddressSchema } from './shipping-address.ts';
export { skuSchema } from './sku.ts';
export { type Violation, violationText } from './violation.ts';
