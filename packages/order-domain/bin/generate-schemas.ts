/** Writes `schemas/`: the order as JSON Schema, for those who do not speak TypeScript. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { orderSchema, toJsonSchema } from '../src/index.ts';

const folder = new URL('../schemas/', import.meta.url);

mkdirSync(folder, { recursive: true });
writeFileSync(new URL('order.schema.json', folder), `${JSON.stringify(toJsonSchema(orderSchema, 'Order'), null, 2)}\n`);
