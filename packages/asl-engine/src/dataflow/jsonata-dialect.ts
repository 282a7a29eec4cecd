import type { StateReader } from '../definition/state-reader.ts';
import { evaluationFailure } from '../failure/state-failure.ts';
import { isJsonObject } from '../json/json.ts';
import { isJsonataText } from '../jsonata/compile-jsonata.ts';
import type { Dialect, Evaluate } from './dialect.ts';
import { compileJsonataFlow, compileOutput, compileTemplateField } from './jsonata-flow.ts';
import { unexpectedType } from './unexpected-type.ts';

/** States written in JSONata (Developer Guide, "Transforming data with JSONata"). */
export const jsonataDialect: Dialect = {
  argumentsField: 'Arguments',
  outputField: 'Output',
  isExpression: isJsonataText,
  compileTemplate,
  compileValue(reader, field) {
    const evaluate = compileTemplate(reader, field);
    return evaluate && (async (input, context) => evaluate(input, context));
  },
  compileFlow: compileJsonataFlow,
  compilePass(reader) {
    const flow = compileJsonataFlow(reader);
    return (input, context) => flow.output(input, undefined, context);
  },
  compileSucceed(reader) {
    const output = compileOutput(reader);
    return async (input, context, exit) => exit(await output({ input, context }, input));
  },
  compileSelection: () => (input) => input,
  compileCondition,
  compileChoiceOutput(reader) {
    const output = compileOutput(reader);
    return (input, context) => output({ input, context }, input);
  },
  compileCatchOutput(catcher) {
    const output = compileOutput(catcher, ['errorOutput']);
    return (input, errorOutput, context) => output({ input, errorOutput, context }, errorOutput);
  },
  compileText(reader, field) {
    reader.text(field);
    const evaluate = compileTemplate(reader, field);
    if (!evaluate) return () => undefined;
    return async (input, context) => {
      const value = await evaluate(input, context);
      if (typeof value === 'string') return value;
      throw unexpectedType(field, reader.get(field), 'string', value);
    };
  },
  compileItems,
};

function compileTemplate(reader: StateReader, field: string): ReturnType<Dialect['compileTemplate']> {
  const evaluate = compileTemplateField(reader, field);
  return evaluate && ((input, context) => evaluate({ input, context }));
}

function compileCondition(rule: StateReader): Evaluate<boolean> {
  rule.allowOnly(['Condition', 'Next', 'Assign', 'Output', 'Comment'], 'those of a rule in JSONata');
  const condition = rule.get('Condition');
  if (typeof condition === 'boolean') return () => condition;
  if (!isJsonataText(condition)) rule.error('Condition', 'must be a JSONata expression {% … %} or a boolean.');
  const evaluate = compileTemplate(rule, 'Condition');
  return async (input, context) => {
    const value = await evaluate?.(input, context);
    if (typeof value === 'boolean') return value;
    throw unexpectedType(rule.placeOf('Condition'), condition, 'boolean', value);
  };
}

function compileItems(reader: StateReader): ReturnType<Dialect['compileItems']> {
  const items = reader.get('Items');
  if (items === undefined) {
    return (input) => {
      if (Array.isArray(input)) return input;
      throw evaluationFailure(`Map state input must be an array but was: ${JSON.stringify(input)}`);
    };
  }
  if (!Array.isArray(items) && !isJsonObject(items) && !isJsonataText(items))
    reader.error('Items', 'must be an array, an object or a JSONata expression {% … %}.');
  // An inline Map without ItemSelector was recorded to refuse an object; AWS documents since that Items may be one.
  const takesObject = reader.has('ItemSelector') || isDistributed(reader);
  const evaluate = compileTemplate(reader, 'Items');
  return async (input, context) => {
    const value = await evaluate?.(input, context);
    if (Array.isArray(value) || (takesObject && isJsonObject(value))) return value;
    throw unexpectedType('Items', items, 'array', value);
  };
}

function isDistributed(map: StateReader): boolean {
  const processor = map.get('ItemProcessor');
  const config = isJsonObject(processor) ? processor['ProcessorConfig'] : undefined;
  return isJsonObject(config) && config['Mode'] === 'DISTRIBUTED';
}
