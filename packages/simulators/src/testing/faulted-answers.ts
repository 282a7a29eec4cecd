/**
 * What a stage's adapter makes of a call under each fault that changes the answer, how often the call had its effect, and what the adapter
 * makes of a query under the same fault.
 */
const answers = {
  unavailable: ['unknown', 0, 'unavailable'],
  'rate-limited': ['unavailable', 0, 'unavailable'],
  'error-before': ['unknown', 0, 'unavailable'],
  'error-after': ['unknown', 1, 'unavailable'],
  'timeout-before': ['unknown', 0, 'unknown'],
  'timeout-after-success': ['unknown', 1, 'unknown'],
  'cut-before': ['unknown', 0, 'unknown'],
  'cut-after': ['unknown', 1, 'unknown'],
  'slow-drip': ['unknown', 1, 'unknown'],
  malformed: ['unknown', 1, 'unknown'],
  'wrong-shape': ['unknown', 1, 'unknown'],
} as const;

/** The same as rows of a test. */
export const faultedAnswers = Object.entries(answers).map(([fault, [kind, times, query]]) => ({
  fault,
  kind,
  times,
  query,
}));
