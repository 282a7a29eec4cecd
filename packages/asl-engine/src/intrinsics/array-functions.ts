import { equalJson } from '../json/equal-json.ts';
import type { Json } from '../json/json.ts';
import { arrayArgument, IntrinsicFailure, type IntrinsicFunction, integerArgument } from './intrinsic-function.ts';
import { hashSetOrder, javaHash, javaText } from './java-value.ts';

/** The most items States.ArrayRange may give (spec, "States.ArrayRange"). */
const longestRange = 1000;

/** The intrinsic functions on arrays. */
export const arrayFunctions: Readonly<Record<string, IntrinsicFunction>> = {
  'States.Array': { arity: [0, Number.POSITIVE_INFINITY], call: (given) => [...given] },
  'States.ArrayPartition': {
    arity: [2, 2],
    call: ([array, size]) => partition(arrayArgument(array), integerArgument(size)),
  },
  'States.ArrayContains': { arity: [2, 2], call: ([array, value]) => contains(arrayArgument(array), value ?? null) },
  'States.ArrayRange': {
    arity: [3, 3],
    call: ([first, last, step]) => range(integerArgument(first), integerArgument(last), integerArgument(step)),
  },
  'States.ArrayGetItem': {
    arity: [2, 2],
    call: ([array, index]) => item(arrayArgument(array), integerArgument(index)),
  },
  'States.ArrayLength': { arity: [1, 1], call: ([array]) => arrayArgument(array).length },
  'States.ArrayUnique': { arity: [1, 1], call: ([array]) => unique(arrayArgument(array)) },
};

function partition(array: readonly Json[], size: number): Json {
  if (size <= 0) throw new IntrinsicFailure('the chunk size must be positive');
  return Array.from({ length: Math.ceil(array.length / size) }, (_, chunk) =>
    array.slice(chunk * size, (chunk + 1) * size),
  );
}

// AWS compares as texts: 1 is contained in ["1"], and an object only with its members in the same order (measured).
function contains(array: readonly Json[], value: Json): boolean {
  const text = javaText(value);
  return array.some((item) => javaText(item) === text);
}

function range(first: number, last: number, step: number): Json {
  if (step === 0) throw new IntrinsicFailure('the step must not be zero');
  const length = Math.max(Math.floor((last - first) / step) + 1, 0);
  if (length > longestRange) throw new IntrinsicFailure(`a range has at most ${longestRange} items`);
  return Array.from({ length }, (_, index) => first + index * step);
}

function item(array: readonly Json[], index: number): Json {
  // An empty array gives null, whatever the index (measured on AWS).
  if (array.length === 0) return null;
  const found = array[index];
  if (found === undefined) throw new IntrinsicFailure(`the array of ${array.length} has no item ${index}`);
  return found;
}

function unique(array: readonly Json[]): Json {
  const kept: Json[] = [];
  const byHash = new Map<number, Json[]>();
  for (const value of array) {
    const hash = javaHash(value);
    const alike = byHash.get(hash);
    if (alike?.some((other) => equalJson(other, value))) continue;
    if (alike) alike.push(value);
    else byHash.set(hash, [value]);
    kept.push(value);
  }
  return hashSetOrder(kept, array.length);
}
