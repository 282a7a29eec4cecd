import type { EvaluationContext } from '../expression/evaluation-context.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';

/** An intrinsic function was given what it cannot take; the message is the reason. */
export class IntrinsicFailure extends Error {
  override readonly name = 'IntrinsicFailure';
}

/** One intrinsic function: how many arguments it takes and what it does (spec, "Intrinsic Functions"). */
export interface IntrinsicFunction {
  readonly arity: readonly [least: number, most: number];
  readonly call: (given: readonly Json[], context: EvaluationContext) => Json;
}

export function textArgument(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  throw new IntrinsicFailure(`expected a string but was given ${JSON.stringify(value)}`);
}

/** A number as a 32-bit integer; a fraction is cut off, as AWS does (measured). */
export function integerArgument(value: Json | undefined): number {
  return int32(Math.trunc(numberArgument(value)));
}

/** A number as a 32-bit integer, rounded: halves go up (recorded for States.MathAdd). */
export function roundedArgument(value: Json | undefined): number {
  return int32(Math.round(numberArgument(value)));
}

/** A whole number, if it fits into 32 bits. */
export function int32(value: number): number {
  // The addition makes a zero of a negative zero.
  if (value === (value | 0)) return value + 0;
  throw new IntrinsicFailure(`${value} is not an integer of 32 bits`);
}

function numberArgument(value: Json | undefined): number {
  if (typeof value === 'number') return value;
  throw new IntrinsicFailure(`expected a number but was given ${JSON.stringify(value)}`);
}

export function arrayArgument(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value;
  throw new IntrinsicFailure(`expected an array but was given ${JSON.stringify(value)}`);
}

export function objectArgument(value: Json | undefined): JsonObject {
  if (isJsonObject(value)) return value;
  throw new IntrinsicFailure(`expected an object but was given ${JSON.stringify(value)}`);
}
