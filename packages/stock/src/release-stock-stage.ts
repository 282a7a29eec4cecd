import { instantSchema } from '@order-workflow/order-domain';
import { defineStage } from '@order-workflow/stage-kit';
import * as z from 'zod/mini';
import { StockUnavailable } from './stock-failures.ts';
import { stockNeeds } from './stock-needs.ts';
import { stockTable } from './stock-tables.ts';

/** What Release Stock leaves in the record. */
export const releaseReceiptSchema = z.object({
  /** Nothing is held for the attempt, whether or not anything was. */
  status: z.literal('released'),
  /** The key of the attempt: nothing can be held under it any more. */
  reference: z.string(),
  settledAt: instantSchema,
});

export type ReleaseReceipt = z.infer<typeof releaseReceiptSchema>;

/** Manifest of Release Stock: makes sure that nothing is held for an attempt at an order, whether or not anything was. */
export const releaseStock = defineStage({
  key: 'release',
  stateName: 'Release Stock',
  functionName: 'ReleaseStockFunction',
  word: 'release-stock',
  bundle: '@order-workflow/stock/lambda/release-stock',
  needs: stockNeeds,
  receipt: releaseReceiptSchema,
  faults: [StockUnavailable],
  /** Two weeks: nobody is at hand to undo it sooner than software can. */
  patienceSeconds: 14 * 24 * 60 * 60,
  runbook: `Pieces may still be held for an order that goes no further. The table of stock did not answer for all of the retries
(\`StockUnavailable\`), or it is not as it must be (\`StockTableBroken\`).

1. Look the attempt up in the table by its key \`order-<id>-stock\`, of a later one \`order-<id>.<attempt>-stock\`, and the products of
   the order by \`sku/<sku>\`: an attribute \`hold#<attempt>#<id>\` is what is held.
2. When the table answers again, redrive: what is held is given back, and the key takes nothing any more.
3. Never change a number there by hand while orders run. \`left\`, what is held, and \`sold\` add up to all that was ever put in.

To practise: \`--fault shipping=refused --fault release-stock=throttled\``,
  /** All that is asked of the tables is given up after ten seconds. */
  timeoutSeconds: 15,
  memoryMb: 128,
  access: { tables: [stockTable] },
});
