import { safeText } from './safe-text.ts';

/** As the catalog writes it: `SKU001`, `TEE RED/L`. */
export const skuSchema = safeText(64);
