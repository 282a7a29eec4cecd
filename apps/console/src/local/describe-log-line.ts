import * as z from 'zod/mini';

/** What is read of the line that an invocation leaves: `invocation-line.ts` of stage-kit writes it. */
const line = z.looseObject({
  level: z.optional(z.string()),
  state: z.optional(z.string()),
  outcome: z.optional(z.string()),
  result: z.optional(z.string()),
  detail: z.optional(z.string()),
  durationMs: z.optional(z.number()),
});

const lambdaLine = /^(START|END|REPORT|INIT_START) /;

/** Whether Lambda wrote the line about an invocation, rather than the function itself. */
export function isLambdaLine(message: string): boolean {
  return lambdaLine.test(message);
}

/**
 * A line of a log in few words: `WARN · Ship Order · fault · CarrierUnavailable: no connection · 14 ms`. What is no JSON
 * stays as it is.
 */
export function describeLogLine(message: string): { readonly words: string; readonly json: boolean } {
  try {
    const { level, state, outcome, result, detail, durationMs } = line.parse(JSON.parse(message));
    const why = [result, detail].filter(isSaid).join(': ');
    const time = durationMs === undefined ? undefined : `${durationMs} ms`;
    const words = [level, state, outcome, why, time].filter(isSaid);
    return { words: words.length === 0 ? message : words.join(' · '), json: true };
  } catch {
    return { words: message, json: false };
  }
}

function isSaid(part: string | undefined): part is string {
  return part !== undefined && part !== '';
}

/** A function's name without the stack's and the hash that CloudFormation adds: `ValidateOrderFunction`. */
export function shortFunctionName(name: string): string {
  return name.replace(/^[^-]+-(?:Orders)?/, '').replace(/[0-9A-F]{8}$/, '');
}
