import { compileRule } from '../choice/compile-rule.ts';
import type { Leaving } from '../dataflow/dialect.ts';
import { compileLeaving, compileTemplateField, inputScope } from '../dataflow/jsonata-flow.ts';
import { compileAssign, compileSelection } from '../dataflow/jsonpath-flow.ts';
import type { StateReader } from '../definition/state-reader.ts';
import { exitState } from '../execution/exit-state.ts';
import type { Fiber } from '../execution/fiber.ts';
import { evaluationFailure, runtimeFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import { typeName } from '../json/type-name.ts';
import type { CompileState } from './compile-state.ts';

interface Way {
  readonly next: string;
  readonly leave: (input: Json, fiber: Fiber) => Leaving | Promise<Leaving>;
}

interface Choice extends Way {
  readonly holds: (input: Json, fiber: Fiber) => boolean | Promise<boolean>;
}

/** Compiles a Choice state (spec, "Choice State"): the first rule that holds decides. */
export const compileChoiceState: CompileState = (reader, name) => {
  for (const field of ['Next', 'End'])
    if (reader.has(field)) reader.error(field, 'A Choice state goes on by its rules and Default.');
  const isJsonata = reader.queryLanguage === 'JSONata';
  const select = isJsonata ? (input: Json) => input : compileSelection(reader, 'InputPath');
  const filter = isJsonata ? (output: Json) => output : compileSelection(reader, 'OutputPath');
  const rules = reader.objects('Choices');
  if (rules.length === 0) reader.error('Choices', 'must hold at least one rule.');
  const choices = rules.map((rule) => compileChoice(rule));
  const fallback = reader.text('Default');
  const otherwise: Way | undefined =
    fallback === undefined ? undefined : { next: fallback, leave: compileLeave(reader) };
  return {
    name,
    type: 'Choice',
    async run(fiber, rawInput) {
      const input = select(rawInput, fiber);
      const way = (await firstThatHolds(choices, input, fiber)) ?? otherwise;
      if (!way)
        throw runtimeFailure('Failed to transition out of the state. The state does not point to a next state.');
      const { output, assigned } = await way.leave(input, fiber);
      return exitState(fiber, { output: filter(output, fiber), assigned }, way.next);
    },
  };
};

function compileChoice(rule: StateReader): Choice {
  const next = rule.text('Next');
  if (next === undefined) rule.error('Next', 'is missing: name the state to go to when the rule holds.');
  const holds = rule.queryLanguage === 'JSONata' ? compileCondition(rule) : compileRule(rule);
  return { next: next ?? '', holds, leave: compileLeave(rule) };
}

function compileLeave(reader: StateReader): Way['leave'] {
  if (reader.queryLanguage === 'JSONata') {
    const leave = compileLeaving(reader);
    return (input, fiber) => leave(inputScope(input, fiber), input);
  }
  const assign = compileAssign(reader);
  return (input, fiber) => ({ output: input, assigned: assign?.(input, fiber) });
}

function compileCondition(rule: StateReader): Choice['holds'] {
  const condition = rule.get('Condition');
  if (typeof condition === 'boolean') return () => condition;
  if (typeof condition !== 'string') rule.error('Condition', 'must be a JSONata expression {% … %} or a boolean.');
  const template = compileTemplateField(rule, 'Condition');
  return async (input, fiber) => {
    const value = await template?.(inputScope(input, fiber));
    if (typeof value === 'boolean') return value;
    const text = String(condition).slice(2, -2).trim();
    throw evaluationFailure(
      `The JSONata expression '${text}' specified for the field 'Condition' returned an unexpected result type. Expected 'boolean', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`,
      'Condition',
    );
  };
}

async function firstThatHolds(choices: readonly Choice[], input: Json, fiber: Fiber): Promise<Choice | undefined> {
  for (const choice of choices) {
    const holds = choice.holds(input, fiber);
    if (holds instanceof Promise ? await holds : holds) return choice;
  }
  return undefined;
}
