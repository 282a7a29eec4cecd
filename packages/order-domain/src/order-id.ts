import * as z from 'zod/mini';
import { holdsCardNumber } from './card-number.ts';
import { mustBe } from './must-be.ts';
import { orderIdPart } from './operation-key.ts';
import { plainText } from './plain-text.ts';
import { readableText, unseenText, visibleText } from './safe-text.ts';

/** What an id may take in a key and in an execution's name. */
const longest = 64;

/**
 * The order's number as the shop writes it, `12345`, `#1001` or `ORD/2026/000123`: what can be read, and is no address
 * of a person, for it stands in logs and subjects. It becomes part of every key and of the execution's name, where a
 * byte that is no letter, digit or hyphen takes three characters ({@link orderIdPart}), of 64 in all.
 */
export const orderIdSchema = z.string().check(
  z.overwrite(plainText),
  z.minLength(1),
  z.maxLength(longest),
  z.regex(readableText, 'an order number that can be read'),
  z.regex(visibleText, unseenText),
  z.regex(/^[^@]*$/, 'an order number without @'),
  mustBe(
    (id) => orderIdPart(id).length <= longest,
    'a shorter order number: ASCII letters, digits and - count once, every other byte three times, 64 in all',
  ),
);

/**
 * The id by which an order is known, however wrong the rest of it is; undefined where it has none that can be read, or one
 * that holds a card number, which is not to be kept.
 */
export function claimableOrderId(order: unknown): string | undefined {
  const given = typeof order === 'object' && order !== null && 'orderId' in order ? order.orderId : undefined;
  const { data } = orderIdSchema.safeParse(given);
  return data === undefined || holdsCardNumber(data) ? undefined : data;
}
