/** The dearer, the more suspicious: a score from 0 to 1, from the total in minor units. */
export function handler({ validation: { total } }) {
  return Promise.resolve({ score: Math.min(total.amount / 1_000_000, 1) });
}
