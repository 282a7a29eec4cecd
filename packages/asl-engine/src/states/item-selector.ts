import { compileTemplateField, inputScope } from '../dataflow/jsonata-flow.ts';
import type { StateReader } from '../definition/state-reader.ts';
import type { Fiber } from '../execution/fiber.ts';
import type { Json } from '../json/json.ts';
import { compilePayloadTemplate } from '../template/payload-template.ts';

/** Makes an iteration's input; `fiber` is the iteration's, so that `$$.Map.Item` is the item. */
export type SelectItem = (input: Json, fiber: Fiber) => Json | Promise<Json>;

/** Compiles ItemSelector, or Parameters as older definitions have it; undefined when items go in as they are. */
export function compileItemSelector(reader: StateReader): SelectItem | undefined {
  const field = reader.has('ItemSelector') ? 'ItemSelector' : 'Parameters';
  const template = reader.get(field);
  if (template === undefined) return undefined;
  if (reader.queryLanguage === 'JSONPath') return reader.compile(field, () => compilePayloadTemplate(template));
  const select = compileTemplateField(reader, field);
  return select && ((input, fiber) => select(inputScope(input, fiber)));
}
