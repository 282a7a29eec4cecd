import { compileRule } from '../choice/compile-rule.ts';
import { runtimeFailure } from '../failure/state-failure.ts';
import { isJsonObject } from '../json/json.ts';
import { compilePayloadTemplate } from '../template/payload-template.ts';
import type { Dialect } from './dialect.ts';
import { compileAssign, compileJsonPathFlow, compileResultPath, compileSelection } from './jsonpath-flow.ts';
import { compilePathValue } from './path-value.ts';

/** States written in JSONPath (spec, "Input and Output Processing"). */
export const jsonPathDialect: Dialect = {
  argumentsField: 'Parameters',
  outputField: 'ResultPath',
  isExpression: (_): _ is string => false,
  compileTemplate(reader, field) {
    const template = reader.get(field);
    return template === undefined ? undefined : reader.compile(field, () => compilePayloadTemplate(template));
  },
  compileValue(reader, field) {
    const read = compilePathValue(reader, `${field}Path`);
    if (read) return (input, context) => read(input, context).value;
    const literal = reader.get(field);
    return literal === undefined ? undefined : () => literal;
  },
  compileFlow: compileJsonPathFlow,
  compilePass(reader) {
    const { argument, output } = compileJsonPathFlow(reader);
    const fixed = reader.get('Result');
    if (isJsonObject(fixed) && Object.keys(fixed).some((name) => name.endsWith('.$')))
      reader.warn('Result', 'is handed on as it stands; Parameters reads paths.', 'PASS_RESULT_IS_STATIC');
    return (input, context) => {
      const given = argument(input, context);
      return output(input, fixed ?? given, context);
    };
  },
  compileSucceed(reader) {
    const select = compileSelection(reader, 'InputPath');
    const filter = compileSelection(reader, 'OutputPath');
    return (input, context, exit) => exit({ output: filter(select(input, context), context), assigned: undefined });
  },
  compileSelection,
  compileCondition: compileRule,
  compileChoiceOutput(reader) {
    const assign = compileAssign(reader);
    return (input, context) => ({ output: input, assigned: assign?.(input, context) });
  },
  compileCatchOutput(catcher) {
    const place = compileResultPath(catcher);
    const assign = compileAssign(catcher);
    return (input, errorOutput, context) => ({
      output: place(input, errorOutput),
      assigned: assign?.(errorOutput, context),
    });
  },
  compileText(reader, field) {
    const read = compilePathValue(reader, `${field}Path`, { intrinsics: true });
    reader.oneOf(field, `${field}Path`);
    const fixed = reader.text(field);
    if (!read) return () => fixed;
    return (input, context) => {
      const { value, text } = read(input, context);
      if (typeof value === 'string') return value;
      throw runtimeFailure(
        `The ${field}Path field refers to value "${JSON.stringify(value)}" which is not a valid string: ${text}`,
      );
    };
  },
  compileItems(reader) {
    const read = compilePathValue(reader, 'ItemsPath');
    return (input, context) => {
      const { value, text } = read ? read(input, context) : { value: input, text: '$' };
      if (Array.isArray(value) || isJsonObject(value)) return value;
      throw runtimeFailure(`Reference path "${text}" must point to array.`);
    };
  },
};
