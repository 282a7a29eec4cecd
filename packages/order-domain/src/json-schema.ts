import * as z from 'zod/mini';
import { currencies, currencySchema } from './currency.ts';

/**
 * A schema as JSON Schema 2020-12, for other languages, editors and API gateways. A currency is an enumeration of all
 * codes. Patterns are for a Unicode-aware reader (`u` flag), which is what JSON Schema asks for.
 */
export function toJsonSchema(schema: z.ZodMiniType, title: string): Record<string, unknown> {
  const { $schema, ...keywords } = z.toJSONSchema(schema, {
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === currencySchema) jsonSchema.enum = [...currencies];
    },
  });
  return { $schema, title, ...keywords };
}
