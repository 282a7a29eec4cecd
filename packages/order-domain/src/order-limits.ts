/** Bounds of an order. A change here is a change of the public interface: add a changeset. */
export const orderLimits = {
  lines: 500,
  quantity: 9_999,
  /**
   * Characters of the whole order as JSON without spaces. In UTF-8 they are 131,072 bytes at most; Step Functions takes
   * 262,144, of which each receipt needs some.
   */
  characters: 32_768,
} as const;
