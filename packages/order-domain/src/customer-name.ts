import { safeText } from './safe-text.ts';

export const customerNameSchema = safeText(120);
