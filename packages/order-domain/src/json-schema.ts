import * as z from 'zod/mini';

/** A schema as JSON Schema 2020-12, for other languages, editors and API gateways. */
export function toJsonSchema(schema: z.ZodMiniType, title: string): Record<string, unknown> {
  return { title, ...z.toJSONSchema(schema, { io: 'input' }) };
}
