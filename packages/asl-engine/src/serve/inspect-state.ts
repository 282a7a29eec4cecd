import { createVirtualClock } from '../clock/virtual-clock.ts';
import type { MockedTask, TaskHost } from '../host/task-host.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { execute } from '../run/execute.ts';
import { parseDefinition } from '../run/parse-definition.ts';
import { machineOf, type TestedState } from './tested-state.ts';

/** What a state is tried with. */
export interface Trial {
  readonly input: Json;
  readonly variables: JsonObject;
  readonly contextObject: JsonObject;
  /** What its ItemReader reads, as it stands in its source. */
  readonly readerData: string | undefined;
}

/** Members of inspectionData, as JSON text or numbers (API reference, "InspectionData"). */
type Inspected = Readonly<Record<string, string | number>>;

/**
 * What each of the state's filters gives, in their order: each is found by trying a state that has no more than the fields up to it,
 * so that it is what the engine does. A filter that fails ends the list. Which filters a type shows is recorded from AWS: a Choice,
 * Fail, Succeed or Wait state its InputPath alone, a Pass state with a Result only what comes after it, a Map no raw result.
 */
export async function inspectState(tested: TestedState, trial: Trial, result: Json | undefined): Promise<Inspected> {
  const { state, type, queryLanguage } = tested;
  const found: Record<string, string | number> = {};
  const keep = (name: string, value: Json | undefined): Json | undefined => {
    if (value !== undefined) found[name] = JSON.stringify(value);
    return value;
  };
  if (queryLanguage === 'JSONata') {
    if (state['Arguments'] !== undefined)
      keep('afterArguments', await outcome(tested, trial, pass({ Output: state['Arguments'] }), trial.input));
    if (type === 'Map') await inspectItems(tested, trial, trial.input, keep, found);
    else keep('result', result);
    return found;
  }
  if (type === 'Pass' && state['Result'] !== undefined) {
    await inspectResult(tested, trial, keep('result', state['Result']), keep);
    return found;
  }
  const selected = keep('afterInputPath', await selectedInput(tested, trial));
  if (selected === undefined || ['Choice', 'Fail', 'Succeed', 'Wait'].includes(type)) return found;
  if (type === 'Map') {
    if (await inspectItems(tested, trial, selected, keep, found)) await inspectResult(tested, trial, result, keep);
    return found;
  }
  const parameters = keep('afterParameters', await outcome(tested, trial, pass(only(state, 'Parameters')), selected));
  await inspectResult(tested, trial, keep('result', result) ?? (type === 'Pass' ? parameters : undefined), keep);
  return found;
}

type Keep = (name: string, value: Json | undefined) => Json | undefined;

async function inspectResult(tested: TestedState, trial: Trial, raw: Json | undefined, keep: Keep): Promise<void> {
  if (raw === undefined) return;
  const { state } = tested;
  const selector = pass(renamed(state, 'ResultSelector', 'Parameters'));
  const chosen = keep('afterResultSelector', await outcome(tested, trial, selector, raw));
  if (chosen === undefined) return;
  const placed = pass({ Result: chosen, ...only(state, 'ResultPath') });
  keep('afterResultPath', await outcome(tested, trial, placed, trial.input));
}

/** What InputPath leaves of the input; the input itself in JSONata. */
export async function selectedInput(tested: TestedState, trial: Trial): Promise<Json | undefined> {
  if (tested.queryLanguage === 'JSONata') return trial.input;
  return outcome(tested, trial, pass(only(tested.state, 'InputPath')), trial.input);
}

/** The items of a Map state, before any selector or batcher; undefined when there are none to be had. */
export async function itemsOf(
  tested: TestedState,
  trial: Trial,
  selected: Json | undefined,
): Promise<Json | undefined> {
  return selected === undefined ? undefined : outcome(tested, trial, mapOf(sourceOf(tested, trial)), selected);
}

/** How a Map fails whose ItemsPath leads to no array, mocked or not; undefined when it leads to one. */
export async function itemsWanted(tested: TestedState, trial: Trial): Promise<MockedTask | undefined> {
  const { state, type, queryLanguage } = tested;
  if (type !== 'Map' || queryLanguage === 'JSONata' || state['ItemReader'] !== undefined) return undefined;
  const path = String(state['ItemsPath'] ?? '$');
  const selected = await selectedInput(tested, trial);
  if (selected === undefined) return undefined;
  const found = await outcome(tested, trial, pass({ Parameters: { 'items.$': path } }), selected);
  const items = isJsonObject(found) ? found['items'] : undefined;
  if (Array.isArray(items) || (isDistributed(state) && isJsonObject(items))) return undefined;
  const cause = `Reference path "${path.replace(/^\$\$/, '$')}" must point to array.`;
  return { kind: 'throw', error: 'States.Runtime', cause };
}

function isDistributed({ ItemProcessor }: JsonObject): boolean {
  const config = isJsonObject(ItemProcessor) ? ItemProcessor['ProcessorConfig'] : undefined;
  return isJsonObject(config) && config['Mode'] === 'DISTRIBUTED';
}

function sourceOf({ state }: TestedState, { readerData }: Trial): JsonObject {
  const reads = readerData !== undefined && state['ItemReader'] !== undefined;
  return reads ? only(state, 'ItemReader') : only(state, 'ItemsPath', 'Items');
}

// False when there are no items to be had, so that the Map does not begin.
async function inspectItems(
  tested: TestedState,
  trial: Trial,
  selected: Json,
  keep: Keep,
  found: Record<string, string | number>,
): Promise<boolean> {
  const { state, queryLanguage } = tested;
  const source = sourceOf(tested, trial);
  const inputs = (fields: JsonObject) => outcome(tested, trial, mapOf({ ...source, ...fields }), selected);
  const reads = state['ItemReader'] !== undefined;
  if (!reads && queryLanguage === 'JSONPath') {
    const items = (await itemsWanted(tested, trial)) ? undefined : await inputs({});
    if (items === undefined) return false;
    keep('afterItemsPath', items);
  }
  if ('ItemReader' in source && pointsInto(state['ItemReader'])) keep('afterItemsPointer', await inputs({}));
  const selector = only(state, 'ItemSelector', 'Parameters');
  if (Object.keys(selector).length > 0) keep('afterItemSelector', await inputs(selector));
  if (state['ItemBatcher'] !== undefined)
    keep('afterItemBatcher', await inputs({ ...selector, ...only(state, 'ItemBatcher') }));
  for (const field of ['ToleratedFailureCount', 'ToleratedFailurePercentage', 'MaxConcurrency']) {
    const value = await numberOf(tested, trial, field, selected);
    if (value !== undefined) found[field.slice(0, 1).toLowerCase() + field.slice(1)] = value;
  }
  found['maxConcurrency'] ??= 0;
  return true;
}

function pointsInto(reader: Json | undefined): boolean {
  const config = isJsonObject(reader) ? reader['ReaderConfig'] : undefined;
  return isJsonObject(config) && config['ItemsPointer'] !== undefined;
}

/** A number of a Map state, given outright, by a path or by an expression; undefined when it has none. */
export async function numberOf(
  tested: TestedState,
  trial: Trial,
  field: string,
  selected: Json | undefined,
): Promise<number | undefined> {
  const { state, queryLanguage } = tested;
  const path = state[`${field}Path`];
  const given = state[field];
  if (selected === undefined || (path === undefined && given === undefined)) return undefined;
  const found =
    path !== undefined
      ? await outcome(tested, trial, pass({ Parameters: { 'v.$': path } }), selected)
      : queryLanguage === 'JSONata'
        ? await outcome(tested, trial, pass({ Output: { v: given ?? null } }), selected)
        : { v: given ?? null };
  const value = isJsonObject(found) ? found['v'] : undefined;
  return typeof value === 'number' ? value : undefined;
}

// Each child hands its input on: what the Map gives is what its children would get.
function mapOf(fields: JsonObject): JsonObject {
  const isDistributed = fields['ItemReader'] !== undefined || fields['ItemBatcher'] !== undefined;
  const config = isDistributed ? { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } : { Mode: 'INLINE' };
  const ItemProcessor = { ProcessorConfig: config, StartAt: 'Item', States: { Item: pass({}) } };
  return { Type: 'Map', ...fields, ItemProcessor, End: true };
}

const pass = (fields: JsonObject): JsonObject => ({ Type: 'Pass', ...fields, End: true });

function only(state: JsonObject, ...names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (state[name] === undefined ? [] : [[name, state[name]]])));
}

function renamed(state: JsonObject, from: string, to: string): JsonObject {
  return state[from] === undefined ? {} : { [to]: state[from] };
}

async function outcome(
  { name, queryLanguage }: TestedState,
  { variables, contextObject, readerData }: Trial,
  state: JsonObject,
  input: Json,
): Promise<Json | undefined> {
  const { status, output } = await execute(parseDefinition(machineOf(name, state, queryLanguage)), {
    ...{ input, variables, clock: createVirtualClock({ start: Date.now() }) },
    contextObject,
    ...(readerData !== undefined && { integrations: readerOf(readerData) }),
  }).result;
  return status === 'SUCCEEDED' ? output : undefined;
}

function readerOf(data: string): NonNullable<TaskHost['integrations']> {
  return { 's3:getObject': () => ({ Body: data }), 's3:listObjectsV2': () => JSON.parse(data) as Json };
}
