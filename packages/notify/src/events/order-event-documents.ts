import { orderEnds } from '@order-workflow/order-domain';
import * as z from 'zod/mini';
import { orderEventSchema } from './order-event.ts';
import { orderEventTypes } from './order-event-names.ts';

/**
 * The schema of each event as JSON Schema 2020-12, by the name of its file: `OrderFulfilled-1.json`. It takes what it does not
 * know, since fields may come to a version.
 */
export function orderEventDocuments(): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const version = orderEventSchema.shape.version.def.values.join();
  return Object.fromEntries(
    orderEnds.map((outcome) => {
      const title = `${orderEventTypes[outcome]}-${version}`;
      const { $schema, ...keywords } = z.toJSONSchema(z.extend(orderEventSchema, { outcome: z.literal(outcome) }), {
        io: 'input',
      });
      return [`${title}.json`, { $schema, title, ...keywords }];
    }),
  );
}
