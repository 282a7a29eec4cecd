import { type Attributes, type AttributeValue, plainValue } from '@order-workflow/stage-kit/dynamodb';
import * as z from 'zod/mini';
import type { AttemptNote, Hold, StockLevel } from '../ports/stock-table.ts';
import { StockTableBroken } from '../stock-failures.ts';

/** The table's partition key, a text. */
export const stockTableKey = 'id';

/** The key of a product's level. No key of an operation begins so. */
export const levelKey = (sku: string) => ({ [stockTableKey]: text(`sku/${sku}`) });
export const noteKey = (key: string) => ({ [stockTableKey]: text(key) });

const text = (value: string): AttributeValue => ({ S: value });
export const number = (value: number): AttributeValue => ({ N: `${value}` });

/** Each hold is an attribute of its product, named after its order, so that one write moves pieces and says for whom. */
export const holdName = ({ orderId, attempt }: Pick<Hold, 'orderId' | 'attempt'>) => `hold#${attempt}#${orderId}`;
const holdNamePattern = /^hold#(?<attempt>\d{1,4})#(?<orderId>.+)$/s;

/** Short, since every write of a product costs by the size of all its holds: `2 since 1764338400123`, `2 of several since …`. */
export function holdValue({ quantity, since, part }: Hold): AttributeValue {
  return text(`${quantity}${part ? ' of several' : ''} since ${since}`);
}
const holdValuePattern = /^(?<quantity>\d{1,15})(?<part> of several)? since (?<since>\d{1,15})$/;

const count = z.int().check(z.minimum(0));
const levelSchema = z.object({ left: count, sold: count, turn: count });
const noteSchema = z.object({
  status: z.enum(['held', 'sold', 'returning', 'released']),
  revision: count,
  reasons: z.optional(z.array(z.string())),
});

/** @throws StockTableBroken when it is not a level that this release reads */
export function readLevel(sku: string, attributes: Attributes): StockLevel {
  const fields = plainValue({ M: attributes });
  const holds = Object.entries(attributes).flatMap(([name, value]): Hold[] => {
    const { attempt, orderId } = holdNamePattern.exec(name)?.groups ?? {};
    if (attempt === undefined || orderId === undefined) return [];
    const written = holdValuePattern.exec('S' in value ? value.S : '')?.groups;
    if (!written) throw new StockTableBroken(`a hold of ${sku} cannot be read`);
    const [quantity, since] = [Number(written['quantity']), Number(written['since'])];
    return [{ orderId, attempt: Number(attempt), quantity, since, part: written['part'] !== undefined }];
  });
  return { sku, ...read(levelSchema, fields, `the level of ${sku}`), holds };
}

/** @throws StockTableBroken when it is not a note that this release reads */
export function readNote(key: string, attributes: Attributes): AttemptNote {
  return read(noteSchema, plainValue({ M: attributes }), `the note ${key}`);
}

export function noteAttributes(key: string, { status, revision, reasons }: AttemptNote): Attributes {
  return {
    ...noteKey(key),
    status: text(status),
    revision: number(revision),
    ...(reasons && { reasons: { L: reasons.map(text) } }),
  };
}

function read<Item>(schema: z.ZodMiniType<Item>, fields: unknown, what: string): Item {
  const result = schema.safeParse(fields);
  if (result.success) return result.data;
  throw new StockTableBroken(`${what} cannot be read`);
}
