import { labelLimits, labelLines } from '@order-workflow/order-domain';
import type { Rule } from './rule.ts';

/** The address fits on a label once its lines are broken: so nobody pays for a parcel whose address is cut off. */
export const fitsLabel: Rule = ({ address }) => {
  const lines = address ? labelLines(address).length : 0;
  if (lines <= labelLimits.lines) return [];
  const { lines: most, characters } = labelLimits;
  const problem = `line1 and line2 take ${lines} lines of ${characters} characters on a label, expected at most ${most}`;
  return [{ field: 'shippingAddress', problem }];
};
