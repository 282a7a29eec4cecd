import * as z from 'zod/mini';
import { attributeKeySchema, attributesSchema } from './attributes.ts';
import { countries, countrySchema } from './country.ts';
import { currencies, currencySchema } from './currency.ts';

/**
 * A schema as JSON Schema 2020-12, for other languages, editors and API gateways. Currencies and countries
 * are enumerations of all codes. It describes an order as it is read, in its one form: what is put into that while it is
 * read, such as `eur`, it need not take. Patterns are for a Unicode-aware reader (`u` flag), which is what JSON Schema asks for.
 */
export function toJsonSchema(schema: z.ZodMiniType, title: string): Record<string, unknown> {
  const { $schema, keywords } = described(schema);
  return { $schema, title, ...keywords };
}

function described(schema: z.ZodMiniType) {
  const { $schema, ...keywords } = z.toJSONSchema(schema, {
    override({ zodSchema, jsonSchema }) {
      if (zodSchema === currencySchema) jsonSchema.enum = [...currencies];
      if (zodSchema === countrySchema) jsonSchema.enum = [...countries];
      if (zodSchema === attributesSchema) {
        // What its keys may be, it checks itself.
        delete jsonSchema.properties;
        jsonSchema.propertyNames = described(attributeKeySchema).keywords;
      }
    },
  });
  return { $schema, keywords };
}
