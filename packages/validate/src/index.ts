export { jsonProductCatalog } from './adapters/json-product-catalog.ts';
export type { CatalogAnswer, Product, ProductCatalog } from './ports/product-catalog.ts';
export { validateOrder } from './validate-order-stage.ts';
export { CatalogUnavailable, OrderRejected } from './validation-failures.ts';
export { type ValidationReceipt, validationReceiptSchema } from './validation-receipt.ts';
