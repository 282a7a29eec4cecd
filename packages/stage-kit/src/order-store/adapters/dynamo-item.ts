import { type Attributes, plainValue } from '../../dynamodb/attribute-value.ts';
import { type FoundItem, type OrderItem, orderItemSchema } from '../order-item.ts';
import { OrderTableBroken } from '../order-store-failures.ts';

const text = (value: string) => ({ S: value });
const number = (value: number) => ({ N: `${value}` });

/** The attributes that a write is compared by. Each has a name of its own, so that an index can be made over it. */
export function foundAttributes({ owner, attempt, status, revision }: FoundItem) {
  return {
    ownerId: text(owner.id),
    ownerStartedAt: text(owner.startedAt),
    attempt: number(attempt),
    status: text(status),
    revision: number(revision),
  };
}

/** An item as the table has it. The record is one text: nobody asks the table for what stands in it. */
export function toAttributes(item: OrderItem): Attributes {
  const { version, orderId, worker, fingerprints, record, notice, announced } = item;
  return {
    orderId: text(orderId),
    version: number(version),
    ...foundAttributes(item),
    fingerprints: { L: fingerprints.map(text) },
    record: text(JSON.stringify(record)),
    ...(worker && { worker: { M: { id: text(worker.id), startedAt: text(worker.startedAt) } } }),
    ...(notice && {
      notice: { M: { id: text(notice.id), sequence: number(notice.sequence), state: text(notice.state) } },
    }),
    ...(announced && { announced: text(announced) }),
  };
}

/** @throws OrderTableBroken when it is not an item that this release reads */
export function fromAttributes(attributes: Attributes): OrderItem {
  const { ownerId, ownerStartedAt, record, ...fields } = plainValue({ M: attributes }) as Record<string, unknown>;
  const owner = { id: ownerId, startedAt: ownerStartedAt };
  const read = orderItemSchema.safeParse({ ...fields, owner, record: parsed(record) });
  if (read.success) return read.data;
  const { version } = fields;
  throw new OrderTableBroken(`an item of version ${typeof version === 'number' ? version : 'none'} cannot be read`);
}

function parsed(record: unknown): unknown {
  try {
    return typeof record === 'string' ? JSON.parse(record) : undefined;
  } catch {
    return undefined;
  }
}
