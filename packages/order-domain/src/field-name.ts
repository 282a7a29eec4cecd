import { holdsCardNumber } from './card-number.ts';

/** An order nests no deeper; of what does, the rest of the way is left out. */
const deepest = 8;

/** `items[0].quantity`; `root`, what the whole is called, where there is no way. A key that is no short word is not repeated: whoever sent it chose it. */
export function fieldName(path: readonly PropertyKey[], root = 'order'): string {
  const name = path
    .slice(0, deepest)
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${shown(String(key))}`))
    .join('');
  return (name.replace(/^\./, '') || root) + (path.length > deepest ? '…' : '');
}

function shown(key: string): string {
  return /^[\w-]{1,40}$/.test(key) && !holdsCardNumber(key) ? key : `(a key of ${Array.from(key).length})`;
}
