/** The most bytes of a value that an expression builds, a number counted as eight and a character as one (measured on AWS). */
export const mostBytes = 6_990_256;

/** The most levels that an evaluation may nest (measured on AWS). */
export const deepest = 100;

/** The longest an expression may compute, in milliseconds (Developer Guide, "Handling expression errors"). */
export const longestEvaluation = 1000;

/** What jsonata itself keeps to, in all evaluations. */
export const guards = { stack: deepest, sequence: mostBytes / 8 } as const;

/** An evaluation passed a limit; the message is AWS's. */
export class LimitExceeded extends Error {
  override readonly name = 'LimitExceeded';
}

export const outOfMemory = (): LimitExceeded =>
  new LimitExceeded('Expression evaluation memory limit exceeded: Check for excessive memory usage');

export const outOfTime = (): LimitExceeded =>
  new LimitExceeded('Expression evaluation timeout: Check for infinite loop');

const tooDeep = () =>
  new LimitExceeded(
    `Stack overflow error: Check for non-terminating recursive function.  Consider rewriting as tail-recursive. Depth=${deepest + 1} max=${deepest}`,
  );

/** jsonata's own complaint about a limit as AWS words it; undefined for any other problem. */
export function limitOf(problem: unknown): LimitExceeded | undefined {
  if (problem instanceof LimitExceeded) return problem;
  // V8's own limits: a string or an array that is too long, a stack that is used up.
  if (problem instanceof RangeError) return problem.message.includes('stack') ? tooDeep() : outOfMemory();
  switch (problem !== null && typeof problem === 'object' && 'code' in problem && problem.code) {
    case 'D1011':
      return tooDeep();
    case 'D2014':
    case 'D2015':
      return outOfMemory();
    default:
      return undefined;
  }
}
