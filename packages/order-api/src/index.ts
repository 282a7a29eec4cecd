export { batchUse } from './batch-use.ts';
export { type BatchLine, batchLineSchema } from './decisions/batch-line.ts';
export { batchStandingSchema } from './decisions/batch-standing.ts';
export type { OrderStanding } from './decisions/order-standing.ts';
export { orderStandingSchema } from './decisions/order-standing.ts';
export { orderPath } from './http/order-path.ts';
export { type Problem, type ProblemName, problemSchema } from './http/problem.ts';
export { openapiDocument } from './openapi/openapi-document.ts';
export {
  type ApiFunctionFacts,
  type ApiOperation,
  apiOperations,
  cancelOrderOperation,
  describeApiOperation,
  listOrdersOperation,
  type OperationAccess,
  placeBatchOperation,
  placeOrderOperation,
  placePartFunction,
  type StartedMachineName,
  showBatchOperation,
  showBatchResultOperation,
  showOrderOperation,
} from './operations.ts';
