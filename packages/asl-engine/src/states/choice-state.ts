import type { Dialect, Evaluate, StateOutput } from '../dataflow/dialect.ts';
import type { StateReader } from '../definition/state-reader.ts';
import { exitState } from '../execution/exit-state.ts';
import type { Fiber } from '../execution/fiber.ts';
import { runtimeFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import type { CompileState } from './state-source.ts';

interface Route {
  /** Where it stands, as `Choices[1]`. */
  readonly place: string;
  readonly next: string;
  readonly output: Evaluate<StateOutput>;
}

interface ChoiceRule extends Route {
  readonly holds: Evaluate<boolean>;
}

/** Compiles a Choice state (spec, "Choice State"): the first rule that holds decides. */
export const compileChoiceState: CompileState = ({ name, reader, dialect }) => {
  const select = dialect.compileSelection(reader, 'InputPath');
  const filter = dialect.compileSelection(reader, 'OutputPath');
  const choices = reader.objects('Choices');
  if (choices.length === 0) reader.error('Choices', 'must hold at least one rule.');
  const rules = choices.map((rule, index) => compileChoiceRule(rule, dialect, index));
  const fallback = reader.text('Default');
  const otherwise: Route | undefined =
    fallback === undefined
      ? undefined
      : { place: 'Default', next: fallback, output: dialect.compileChoiceOutput(reader) };
  return {
    name,
    type: 'Choice',
    async run(fiber, rawInput) {
      const input = select(rawInput, fiber);
      const route = (await firstThatHolds(rules, input, fiber)) ?? otherwise;
      if (!route)
        throw runtimeFailure('Failed to transition out of the state. The state does not point to a next state.');
      fiber.takes(route.place);
      const { output, assigned } = await route.output(input, fiber);
      return exitState(fiber, { output: filter(output, fiber), assigned }, route.next);
    },
  };
};

function compileChoiceRule(rule: StateReader, dialect: Dialect, index: number): ChoiceRule {
  const next = rule.text('Next');
  if (next === undefined) rule.error('Next', 'is missing: name the state to go to when the rule holds.');
  return {
    place: `Choices[${index}]`,
    next: next ?? '',
    holds: dialect.compileCondition(rule),
    output: dialect.compileChoiceOutput(rule),
  };
}

async function firstThatHolds(
  rules: readonly ChoiceRule[],
  input: Json,
  fiber: Fiber,
): Promise<ChoiceRule | undefined> {
  for (const rule of rules) {
    const holds = rule.holds(input, fiber);
    if (holds instanceof Promise ? await holds : holds) return rule;
  }
  return undefined;
}
