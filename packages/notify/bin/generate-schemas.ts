/** Writes `schemas`: the events for those who consume them, a JSON Schema each. */
import { writeFileSync } from 'node:fs';
import { orderEventDocuments } from '../src/events/order-event-documents.ts';

for (const [name, schema] of Object.entries(orderEventDocuments()))
  writeFileSync(new URL(`../schemas/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
