import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { orderEventDocuments } from './order-event-documents.ts';

const folder = new URL('../../schemas/', import.meta.url);

it('publishes the schema of each event as it is written (if not: pnpm --filter @order-workflow/notify generate:schemas)', () => {
  const published = readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]);
  expect(Object.fromEntries(published)).toEqual(orderEventDocuments());
});
