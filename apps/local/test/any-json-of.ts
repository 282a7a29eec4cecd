import fc from 'fast-check';

/** A schema as OpenAPI 3.1 writes it: the keywords that generating looks at. */
interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
}

/** Values that a schema would take as far as its types, limits and enumerations go; patterns are not looked at. */
function valid(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {}).map(([key, of]) => [key, anyJsonOf(of)] as const);
      if (properties.length === 0) return fc.dictionary(fc.string({ maxLength: 10 }), fc.string({ maxLength: 20 }));
      return fc.record(Object.fromEntries(properties), { requiredKeys: [...(schema.required ?? [])] });
    }
    case 'array':
      return fc.array(anyJsonOf(schema.items ?? {}), { maxLength: Math.min(schema.maxItems ?? 5, 5) });
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1_000_000 });
    case 'boolean':
      return fc.boolean();
    case 'string':
      return fc.string({
        unit: 'grapheme',
        minLength: schema.minLength ?? 0,
        maxLength: Math.min(schema.maxLength ?? 20, 20),
      });
    default:
      return fc.jsonValue();
  }
}

/** Values that a schema would nearly take: in each place one in twelve is anything at all. */
export function anyJsonOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 11, arbitrary: valid(schema) }, { weight: 1, arbitrary: fc.jsonValue() });
}

export type { JsonSchema };
