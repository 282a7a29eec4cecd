import { describe, expect, it } from 'vitest';
import { findTextProblem } from './find-text-problem.ts';

describe(findTextProblem, () => {
  it.each([
    ['{\n  "quantity": 1e999\n}', 'Line 2, column 15: JSON in JavaScript cannot hold this number: it is too large.'],
    [
      '{\n  "orderId": "7",\n  "quantity": 12345678901234567890\n}',
      'Line 3, column 15: JSON in JavaScript cannot hold this number: it would become 12345678901234567000.',
    ],
    ['[0.30000000000000000001]', 'Line 1, column 2: JSON in JavaScript cannot hold this number: it would become 0.3.'],
    [
      '{"a": 1, "b": {"a": 2},\n "a": 3}',
      'Line 2, column 2: this key stands here twice, and only the last would count.',
    ],
    [
      '[{"a": 1}, {"\\u0061": 1, "a": 1}]',
      'Line 1, column 26: this key stands here twice, and only the last would count.',
    ],
    ['{"a": 1', 'Line 1, column 8: expected a comma or "}".'],
    ['['.repeat(100_000), 'Line 1, column 1: nested deeper than any order is.'],
    [
      `"${'x'.repeat(6_000_000)}"`,
      'This text has 6,000,002 characters, and no order has more than 1,000,000: it is neither read nor kept.',
    ],
  ])('says where a text is wrong (%#)', (text, fault) => {
    expect(findTextProblem(text)).toBe(fault);
  });

  it.each(['{"orderId": "1e999", "items": [{"quantity": 2}, {"quantity": 2}]}', '{"a": [1.0, 1e2, -0]}', 'true'])(
    'has nothing against %s',
    (text) => {
      expect(findTextProblem(text)).toBeUndefined();
    },
  );
});
