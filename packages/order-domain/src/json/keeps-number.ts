/** Longer ones are no numbers that anybody means. */
const longest = 400;

const written = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * Whether JavaScript keeps a number of JSON at its value, however it is written: `1.0` and `1e2` are kept, `1e999`,
 * `1e-400` and `12345678901234567890` would become others.
 */
export function keepsNumber(text: string): boolean {
  return text.length <= longest && decimal(text) === decimal(String(Number(text)));
}

/** A number as digits and a power of ten, in one way: `12.50` → `125e-1`. Undefined when it is infinite. */
function decimal(text: string): string | undefined {
  const [, sign = '', whole, fraction = '', exponent = '0'] = written.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
