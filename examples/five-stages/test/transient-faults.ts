/** Faults that pass by themselves, one a strike: fewer than any stage bears of one order. */
export const transient = [
  'stock.write=rate-limited',
  'stock.write=timeout-after-success',
  'stock.read=error-before',
  'stock=throttled',
  'stock.write=lands-late',
  'release-stock.write=cut-after',
  'payment=timeout-after-success',
  'payment=rate-limited',
  'shipping=unavailable',
  'notify=throttled',
];
