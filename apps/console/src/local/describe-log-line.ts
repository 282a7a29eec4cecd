import * as z from 'zod/mini';

/** What is read of a line that a function wrote as JSON; of any shape. */
const line = z.looseObject({
  level: z.optional(z.string()),
  state: z.optional(z.string()),
  message: z.optional(z.string()),
  outcome: z.optional(z.string()),
  error: z.optional(z.string()),
  durationMs: z.optional(z.number()),
});

const lambdaLine = /^(START|END|REPORT|INIT_START) /;

/** Whether Lambda wrote the line about an invocation, rather than the function itself. */
export function isLambdaLine(message: string): boolean {
  return lambdaLine.test(message);
}

/** A line of a log in few words: `INFO · Ship Order · receipt · 14 ms`. What is no JSON stays as it is. */
export function describeLogLine(message: string): { readonly words: string; readonly json: boolean } {
  try {
    const { level, state, message: text, outcome, error, durationMs } = line.parse(JSON.parse(message));
    const time = durationMs === undefined ? undefined : `${durationMs} ms`;
    const words = [level, state, text, outcome, error, time].filter((part) => part !== undefined && part !== '');
    return { words: words.length === 0 ? message : words.join(' · '), json: true };
  } catch {
    return { words: message, json: false };
  }
}

/** A function's name without the stack's and the hash that CloudFormation adds: `ValidateOrderFunction`. */
export function shortFunctionName(name: string): string {
  return name.replace(/^[^-]+-(?:Orders)?/, '').replace(/[0-9A-F]{8}$/, '');
}
