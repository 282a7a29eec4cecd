import type { EvaluationContext } from '../expression/evaluation-context.ts';
import type { Json } from '../json/json.ts';
import { createJavaRandom } from '../random/random-source.ts';
import {
  IntrinsicFailure,
  type IntrinsicFunction,
  int32,
  integerArgument,
  roundedArgument,
} from './intrinsic-function.ts';

/** The intrinsic functions on numbers, and States.UUID. */
export const numberFunctions: Readonly<Record<string, IntrinsicFunction>> = {
  'States.MathAdd': {
    arity: [2, 2],
    call: ([left, right]) => int32(roundedArgument(left) + roundedArgument(right)),
  },
  'States.MathRandom': { arity: [2, 3], call: ([from, to, seed], context) => random(from, to, seed, context) },
  'States.UUID': { arity: [0, 0], call: (_, { random: source }) => source.uuid() },
};

function random(
  from: Json | undefined,
  to: Json | undefined,
  seed: Json | undefined,
  context: EvaluationContext,
): Json {
  const first = integerArgument(from);
  const end = integerArgument(to);
  if (end <= first) throw new IntrinsicFailure(`the end ${end} must be greater than the start ${first}`);
  const chance = seed === undefined ? context.random.next() : createJavaRandom(integerArgument(seed))();
  return first + Math.floor(chance * (end - first));
}
