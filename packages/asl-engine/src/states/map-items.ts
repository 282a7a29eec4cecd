import { compileTemplateField, inputScope } from '../dataflow/jsonata-flow.ts';
import { compileFieldValue } from '../dataflow/path-value.ts';
import type { StateReader } from '../definition/state-reader.ts';
import type { Fiber } from '../execution/fiber.ts';
import { evaluationFailure, runtimeFailure } from '../failure/state-failure.ts';
import type { Json } from '../json/json.ts';
import { typeName } from '../json/type-name.ts';
import { isJsonataText } from '../jsonata/compile-jsonata.ts';

/** Gives the items of a Map state from its (effective) input. */
export type ReadItems = (input: Json, fiber: Fiber) => readonly Json[] | Promise<readonly Json[]>;

/** Compiles ItemsPath or Items (spec, "Map State"); without either, the input itself must be the array. */
export function compileItems(reader: StateReader): ReadItems {
  return reader.queryLanguage === 'JSONata' ? compileJsonataItems(reader) : compilePathItems(reader);
}

function compilePathItems(reader: StateReader): ReadItems {
  const read = compileFieldValue(reader, 'ItemsPath');
  return (input, fiber) => {
    const { value, text } = read ? read(input, fiber) : { value: input, text: '$' };
    if (Array.isArray(value)) return value;
    throw runtimeFailure(`Reference path "${text}" must point to array.`);
  };
}

function compileJsonataItems(reader: StateReader): ReadItems {
  const items = reader.get('Items');
  if (items === undefined) {
    return (input) => {
      if (Array.isArray(input)) return input;
      throw evaluationFailure(`Map state input must be an array but was: ${JSON.stringify(input)}`);
    };
  }
  if (!Array.isArray(items) && !isJsonataText(items))
    reader.error('Items', 'must be an array or a JSONata expression {% … %}.');
  const template = compileTemplateField(reader, 'Items');
  return async (input, fiber) => {
    const value = await template?.(inputScope(input, fiber));
    if (Array.isArray(value)) return value;
    const text = String(items).slice(2, -2).trim();
    throw evaluationFailure(
      `The JSONata expression '${text}' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`,
      'Items',
    );
  };
}
