import { createHash } from 'node:crypto';
import jsonata from 'jsonata';
import type { EvaluationContext } from '../expression/evaluation-context.ts';
import { hashAlgorithms } from '../expression/hash-algorithms.ts';
import { isoInstant } from '../json/instant.ts';
import { mulberry32 } from '../random/random-source.ts';

/** A value that a JSONata function was given and cannot take. The code and the wording are those of jsonata's own errors. */
class JsonataProblem extends Error {
  override readonly name = 'JsonataProblem';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The most items `$range` may give. */
const longestRange = 1000;

/**
 * The functions AWS adds to JSONata (Developer Guide, "JSONata functions provided by Step Functions"), and those whose outcome
 * must come from the injected clock and random source. `$eval` is not available on AWS.
 */
export function jsonataFunctions(context: EvaluationContext): Record<string, unknown> {
  return {
    partition,
    range,
    hash,
    parse,
    random: (seed?: number) => (seed === undefined ? context.random.next() : mulberry32(seed)()),
    uuid: () => context.random.uuid(),
    millis: () => context.now(),
    now: (picture?: string, timezone?: string) => now(context, picture, timezone),
    eval: () => refuse('the function $eval is not supported'),
  };
}

const formatInstant = jsonata('$fromMillis(instant, picture, timezone)');

function now(context: EvaluationContext, picture: string | undefined, timezone: string | undefined): unknown {
  const instant = context.now();
  return picture === undefined ? isoInstant(instant) : formatInstant.evaluate({ instant, picture, timezone });
}

function refuse(problem: string): never {
  throw new JsonataProblem('T0410', problem);
}

function partition(array?: unknown, size?: unknown): unknown {
  if (array === undefined) return undefined;
  if (typeof size !== 'number' || size <= 0)
    return refuse('the second argument of $partition must be a positive number');
  const items: readonly unknown[] = Array.isArray(array) ? array : [array];
  const step = Math.max(Math.floor(size), 1);
  return Array.from({ length: Math.ceil(items.length / step) }, (_, chunk) =>
    items.slice(chunk * step, (chunk + 1) * step),
  );
}

function range(first?: unknown, last?: unknown, step?: unknown): unknown {
  if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number') {
    return refuse('the arguments of $range must be three numbers');
  }
  if (step === 0) return refuse('the step of $range must not be zero');
  const length = Math.max(Math.floor((last - first) / step) + 1, 0);
  if (length > longestRange) return refuse(`$range gives at most ${longestRange} items`);
  return Array.from({ length }, (_, index) => first + index * step);
}

function hash(data?: unknown, name: unknown = 'SHA-256'): unknown {
  if (data === undefined) return undefined;
  const algorithm = typeof name === 'string' ? hashAlgorithms[name] : undefined;
  if (algorithm === undefined)
    return refuse(`the algorithm of $hash is none of ${Object.keys(hashAlgorithms).join(', ')}`);
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  return createHash(algorithm).update(text).digest('hex');
}

function parse(text?: unknown): unknown {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') return refuse('the argument of $parse must be a string');
  try {
    return JSON.parse(text);
  } catch {
    return refuse('the argument of $parse is not valid JSON');
  }
}
