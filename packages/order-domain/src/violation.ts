/** One thing that is wrong with an order or a record, in words its sender can act on. Holds no personal data. */
export interface Violation {
  /** Path of the field, such as `items[0].quantity`; `order` for the whole. */
  readonly field: string;
  /** What was given and what is expected, without the field's name. */
  readonly problem: string;
}

/** `items[0].quantity: given 0, expected at least 1` */
export function violationText({ field, problem }: Violation): string {
  return `${field}: ${problem}`;
}
