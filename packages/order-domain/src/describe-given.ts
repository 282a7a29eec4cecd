import { holdsCardNumber } from './card-number.ts';
import { isReadable } from './safe-text.ts';

/** Characters between the quotes, escapes included: a failure's cause holds them escaped once more, and is limited. */
const longestShown = 40;

/**
 * What was given for a field, short enough for a sentence. Personal data is masked to its kind and length; text that
 * could deceive a reader, or holds an address or a card number, is not repeated. `path` is where the value stood.
 */
export function describeGiven(value: unknown, path: readonly PropertyKey[]): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'given null';
  if (Array.isArray(value)) return `given a list of ${value.length}`;
  if (typeof value === 'object') return 'given an object';
  const personal = isPersonal(path);
  if (typeof value !== 'string')
    return personal || holdsCardNumber(String(value)) ? `given a ${typeof value}` : `given ${String(value)}`;
  const shown = personal ? undefined : quoted(value);
  return `given ${shown ?? `a text of ${characters(value)}`}`;
}

/** A key, or a code such as a SKU, as it may be shown: quoted, never long, and never text that could deceive. */
export function describeKey(key: string): string {
  return quoted(key) ?? `a key of ${characters(key)}`;
}

/** A text in place of the whole may be anything, an address too. */
function isPersonal(path: readonly PropertyKey[]): boolean {
  return path.length === 0 || path.some((key) => personalFields.has(String(key)));
}

/** Between quotes and escaped; undefined when that is too long, could deceive, or may be of a person: an address, a card. */
function quoted(text: string): string | undefined {
  if (text.length > longestShown || !isReadable(text) || text.includes('@') || holdsCardNumber(text)) return undefined;
  const escaped = JSON.stringify(text);
  return escaped.length <= longestShown + 2 ? escaped : undefined;
}

/** In code points, as the schemas' limits are. */
function characters(text: string): string {
  const { length } = Array.from(text);
  return length === 1 ? '1 character' : `${length} characters`;
}

/** Fields that say who the customer is, or may. Their values never appear in an error or a log line. */
export const personalFields: ReadonlySet<string> = new Set([
  'attributes',
  'customerEmail',
  'customerName',
  'customerPhone',
  'shippingAddress',
  'paymentToken',
]);

/** The fields of an order that say who is told of it, and by which number. */
export const contactFields = ['orderId', 'customerEmail', 'customerName'] as const;
