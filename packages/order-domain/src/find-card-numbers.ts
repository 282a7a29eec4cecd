import { type CardNumberSearch, holdsCardNumber } from './card-number.ts';
import { contactFields } from './describe-given.ts';
import type { Violation } from './describe-issues.ts';
import { fieldName } from './field-name.ts';

/** What every reason says that {@link findCardNumbers} gives: an order that is rejected with it must not be kept. */
export const cardNumberGiven = 'given what looks like the number of a payment card';

const problem = `${cardNumberGiven}, expected none: send what your payment provider gave for it as paymentToken`;

const contacts: ReadonlySet<string> = new Set(contactFields);

/** A telephone number may be one by chance: 15 and 16 digits are longer than nearly all of them. */
const searches: ReadonlyMap<string, CardNumberSearch> = new Map([
  ['customerPhone', { lengths: [15, 16] }],
  ['paymentToken', { thirteen: true }],
]);

/**
 * Where the number of a payment card stands in an order, in any text of it, a key too: a violation each, that does not
 * repeat it. The order may be anything, and is never changed. The fields that say who is told come first: a rejection names a
 * limited number, and only what it names is withheld there.
 */
export function findCardNumbers(order: unknown): readonly Violation[] {
  const found: Violation[] = [];
  const waiting: Place[] = [{ value: order }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value } = place;
    if (isCardNumber(place)) found.push({ field: fieldName(pathOf(place)), problem });
    if (typeof value !== 'object' || value === null) continue;
    const isList = Array.isArray(value);
    for (const [key, inner] of Object.entries(value).reverse()) {
      if (!isList && holdsCardNumber(key))
        found.push({ field: fieldName(pathOf(place)), problem: `a key: ${problem}` });
      waiting.push({ value: inner, key: isList ? Number(key) : key, within: place });
    }
  }
  const isContact = ({ field }: Violation) => contacts.has(field);
  return [...found.filter(isContact), ...found.filter((one) => !isContact(one))];
}

/** A value with the way to it, a step each: whole paths of what is nested deeply would take the square of its depth. */
interface Place {
  readonly value: unknown;
  readonly key?: PropertyKey;
  readonly within?: Place;
}

function pathOf(place: Place): readonly PropertyKey[] {
  const path: PropertyKey[] = [];
  for (let at: Place | undefined = place; at?.key !== undefined; at = at.within) path.push(at.key);
  return path.reverse();
}

function isCardNumber(place: Place): boolean {
  const { value, key, within } = place;
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  const ofOrder = within !== undefined && within.within === undefined;
  return holdsCardNumber(String(value), (ofOrder && searches.get(String(key))) || {});
}
