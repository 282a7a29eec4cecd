/** Keys that programs use; any other might be somebody's name. */
const plainKey = /^[A-Za-z_][A-Za-z0-9_]{0,40}$/;

/** The place of a value as the end of a sentence begins: `items[0].quantity: `. Empty at the top. */
export function pathText(path: readonly (string | number)[]): string {
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${plainKey.test(part) ? part : '…'}`))
    .join('')
    .replace(/^\./, '');
  return text === '' ? '' : `${text}: `;
}
