import { createVirtualClock } from '../clock/virtual-clock.ts';
import type { TaskHost } from '../host/task-host.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { execute } from '../run/execute.ts';
import { parseDefinition } from '../run/parse-definition.ts';
import { machineOf, type TestedState } from './tested-state.ts';

/** What a state is tried with. */
export interface Trial {
  readonly input: Json;
  readonly variables: JsonObject;
  readonly contextObject: JsonObject | undefined;
  /** What its ItemReader reads, as it stands in its source. */
  readonly readerData: string | undefined;
}

/** Members of inspectionData, as JSON text or numbers (API reference, "InspectionData"). */
type Inspected = Readonly<Record<string, string | number>>;

/**
 * What each of the state's filters gives, in their order: each is found by trying a state that has no more than the fields up to it,
 * so that it is what the engine does. A filter that fails ends the list.
 */
export async function inspectState(tested: TestedState, trial: Trial, result: Json | undefined): Promise<Inspected> {
  const tryOut = (state: JsonObject, input: Json) => outcome(tested, trial, state, input);
  const { state, type, queryLanguage } = tested;
  const found: Record<string, string | number> = {};
  const keep = (name: string, value: Json | undefined): Json | undefined => {
    if (value !== undefined) found[name] = JSON.stringify(value);
    return value;
  };
  if (queryLanguage === 'JSONata') {
    if (state['Arguments'] !== undefined)
      keep('afterArguments', await tryOut(pass({ Output: state['Arguments'] }), trial.input));
    if (type === 'Map') await inspectItems(tested, trial, trial.input, keep, found);
    keep('result', result);
    return found;
  }
  const selected = keep('afterInputPath', await tryOut(pass(only(state, 'InputPath')), trial.input));
  if (selected === undefined) return found;
  const parameters = type === 'Map' ? {} : only(state, 'Parameters');
  if (type !== 'Map') keep('afterParameters', await tryOut(pass(parameters), selected));
  else await inspectItems(tested, trial, selected, keep, found);
  const raw =
    keep('result', result) ??
    (type === 'Pass' ? (state['Result'] ?? (await tryOut(pass(parameters), selected))) : undefined);
  if (raw === undefined) return found;
  const chosen = keep(
    'afterResultSelector',
    await tryOut(pass({ ...renamed(state, 'ResultSelector', 'Parameters') }), raw),
  );
  if (chosen === undefined) return found;
  keep('afterResultPath', await tryOut(pass({ Result: chosen, ...only(state, 'ResultPath') }), trial.input));
  return found;
}

async function inspectItems(
  tested: TestedState,
  trial: Trial,
  selected: Json,
  keep: (name: string, value: Json | undefined) => Json | undefined,
  found: Record<string, string | number>,
): Promise<void> {
  const { state, queryLanguage } = tested;
  const reads = trial.readerData !== undefined && state['ItemReader'] !== undefined;
  const source = reads ? only(state, 'ItemReader') : only(state, 'ItemsPath', 'Items');
  const inputs = (fields: JsonObject) => outcome(tested, trial, mapOf({ ...source, ...fields }), selected);
  const items = await inputs({});
  if (reads) keep('afterItemsPointer', items);
  else if (queryLanguage === 'JSONPath') keep('afterItemsPath', items);
  const selector = only(state, 'ItemSelector', 'Parameters');
  if (Object.keys(selector).length > 0) keep('afterItemSelector', await inputs(selector));
  if (state['ItemBatcher'] !== undefined)
    keep('afterItemBatcher', await inputs({ ...selector, ...only(state, 'ItemBatcher') }));
  for (const field of ['ToleratedFailureCount', 'ToleratedFailurePercentage', 'MaxConcurrency']) {
    const value = await numberOf(tested, trial, field, selected);
    if (value !== undefined) found[field.slice(0, 1).toLowerCase() + field.slice(1)] = value;
  }
}

/** A number of a Map state, given outright, by a path or by an expression; undefined when it has none. */
export async function numberOf(
  tested: TestedState,
  trial: Trial,
  field: string,
  selected: Json,
): Promise<number | undefined> {
  const { state, queryLanguage } = tested;
  const path = state[`${field}Path`];
  const given = state[field];
  if (path === undefined && given === undefined) return undefined;
  const found =
    path !== undefined
      ? await outcome(tested, trial, pass({ Parameters: { 'v.$': path } }), selected)
      : queryLanguage === 'JSONata'
        ? await outcome(tested, trial, pass({ Output: { v: given ?? null } }), selected)
        : { v: given ?? null };
  const value = isJsonObject(found ?? null) ? (found as JsonObject)['v'] : undefined;
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
    ...(contextObject && { contextObject }),
    ...(readerData !== undefined && { integrations: readerOf(readerData) }),
  }).result;
  return status === 'SUCCEEDED' ? output : undefined;
}

function readerOf(data: string): NonNullable<TaskHost['integrations']> {
  return { 's3:getObject': () => ({ Body: data }), 's3:listObjectsV2': () => JSON.parse(data) as Json };
}
