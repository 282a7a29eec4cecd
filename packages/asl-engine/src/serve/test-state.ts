import { createVirtualClock } from '../clock/virtual-clock.ts';
import type { HistoryEvent } from '../history/event-record.ts';
import type { MockedTask } from '../host/task-host.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { execute } from '../run/execute.ts';
import { parseDefinition } from '../run/parse-definition.ts';
import { ApiError } from './api-error.ts';
import { contextOfTest, defaultContext, roleOfTest } from './context-of-test.ts';
import { inspectState, itemsWanted, type Trial } from './inspect-state.ts';
import { mockOfTest } from './mock-of-test.ts';
import type { Operation } from './operation.ts';
import { type RequestFields, readJson } from './request-fields.ts';
import { hostOf } from './start-machine.ts';
import { readTestConfiguration } from './test-configuration.ts';
import { machineOf, type TestedState, testedState } from './tested-state.ts';
import { type ToldFailure, whetherRetried } from './whether-retried.ts';
import type { World } from './world.ts';

const testState: Operation = async (fields, world) => {
  const tested = testedState(fields);
  const level = fields.maybeText('inspectionLevel', { oneOf: ['INFO', 'DEBUG', 'TRACE'] }) ?? 'INFO';
  const given = mockOfTest(fields, tested);
  const trial = readTrial(fields, tested, world);
  const { retryCount, mock } = await readTestConfiguration(fields, tested, trial, given);
  const tried = await tryState(fields, world, tested, trial, mock);
  const outcome = outcomeOf(tested, tried, retryCount);
  if (level === 'INFO') return outcome.answer;
  const inspectionData = {
    input: fields.maybeText('input') ?? '{}',
    ...(await inspectState(tested, trial, resultOf(tried.events, tried.mock))),
    ...variablesAfter(trial, tried.events, tested.name),
    ...outcome.details,
  };
  return { ...outcome.answer, inspectionData };
};

function readTrial(fields: RequestFields, tested: TestedState, world: World): Trial {
  const input = readJson(
    fields.maybeText('input', { most: 262_144 }) ?? '{}',
    'InvalidExecutionInput',
    'The input is not JSON',
  );
  return {
    input,
    variables: readObject(fields, 'variables') ?? {},
    contextObject: contextOfTest(readObject(fields, 'context'), tested) ?? defaultContext(fields, tested, world, input),
    readerData: fields.inner('stateConfiguration')?.maybeText('mapItemReaderData', { most: 262_144 }),
  };
}

function readObject(fields: RequestFields, field: string): JsonObject | undefined {
  const text = fields.maybeText(field, { most: 262_144 });
  if (text === undefined) return undefined;
  const value = readJson(text, 'ValidationException', `The field '${field}' is not JSON`);
  if (isJsonObject(value)) return value;
  throw new ApiError('ValidationException', `The field '${field}' must be a JSON object`);
}

interface Tried {
  readonly events: readonly HistoryEvent[];
  readonly failure: ToldFailure | undefined;
  readonly catchIndex: number | undefined;
  readonly mock: MockedTask | undefined;
}

// The first attempt is tried, so without Retry; whatever a mocked Map or Parallel state does, it is what the mock says.
async function tryState(
  fields: RequestFields,
  world: World,
  tested: TestedState,
  trial: Trial,
  given: MockedTask | undefined,
): Promise<Tried> {
  const { name, state, type, queryLanguage } = tested;
  const { input, variables, contextObject } = trial;
  const mock = given && ((await itemsWanted(tested, trial)) ?? given);
  const { Retry: _, ...first } = state;
  const taken: string[] = [];
  const definition = machineOf(name, type === 'Map' || type === 'Parallel' ? asTask(first) : first, queryLanguage);
  const execution = execute(parseDefinition(definition), {
    ...(mock ? { mockTask: (tried: string) => (tried === name ? mock : undefined) } : hostOf(world)),
    onTaken: (tried, place) => void (tried === name && taken.push(place)),
    ...{ input, variables, contextObject },
    clock: mock ? createVirtualClock({ start: world.clock.now() }) : world.clock,
    roleArn: roleOfTest(fields),
  });
  const result = await execution.result;
  const events = execution.history();
  const caught = taken.find((place) => place.startsWith('Catch['));
  return {
    events,
    failure: failureOf(events) ?? (result.status === 'SUCCEEDED' ? undefined : result),
    catchIndex: caught === undefined ? undefined : Number(caught.slice('Catch['.length, -1)),
    mock,
  };
}

const ownFields = [
  ...['ItemProcessor', 'Iterator', 'ItemReader', 'ItemSelector', 'ItemBatcher', 'ItemsPath', 'Items', 'ResultWriter'],
  ...['Label', 'MaxConcurrency', 'MaxConcurrencyPath', 'ToleratedFailureCount', 'ToleratedFailureCountPath'],
  ...['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath', 'Branches'],
];

function asTask(state: JsonObject): JsonObject {
  const shared = Object.entries(state).filter(([field]) => !ownFields.includes(field));
  return {
    ...Object.fromEntries(shared),
    Type: 'Task',
    Resource: 'arn:aws:lambda:us-east-1:123456789012:function:mocked',
  };
}

function outcomeOf(
  { name, state }: TestedState,
  { events, failure, catchIndex }: Tried,
  retryCount: number,
): { readonly answer: object; readonly details?: object } {
  const exited = events.find((event) => event.type.endsWith('StateExited') && detail(event, 'name') === name);
  const next = events.find(({ type, id }) => exited && id > exited.id && type.endsWith('StateEntered'));
  const nextState = next && { nextState: String(detail(next, 'name')) };
  const retried = failure && whetherRetried(state, failure, retryCount);
  const details = retried && { details: { errorDetails: retried } };
  if (failure && retried?.retryBackoffIntervalSeconds !== undefined)
    return { answer: { status: 'RETRIABLE', ...told(failure) }, ...details };
  if (!exited) return { answer: { status: 'FAILED', ...told(failure ?? {}) }, ...details };
  const output = { output: String(detail(exited, 'output')) };
  if (failure && state['Type'] !== 'Fail') {
    const details = catchIndex === undefined ? {} : { details: { errorDetails: { catchIndex } } };
    return { answer: { status: 'CAUGHT_ERROR', ...told(failure), ...output, ...nextState }, ...details };
  }
  return { answer: { status: 'SUCCEEDED', ...output, ...nextState } };
}

function told({ error, cause }: ToldFailure): object {
  return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
}

function detail(event: HistoryEvent, field: string): unknown {
  const [details] = Object.entries(event).flatMap(([key, value]) => (key.endsWith('EventDetails') ? [value] : []));
  return (details as Readonly<Record<string, unknown>> | undefined)?.[field];
}

function failureOf(events: readonly HistoryEvent[]): ToldFailure | undefined {
  const failed = /^(?:Task|LambdaFunction|Activity)(?:Failed|TimedOut)$|^EvaluationFailed$/;
  const event = events.find(({ type }) => failed.test(type));
  const text = (field: string) => event && (detail(event, field) as string | undefined);
  return event && { error: text('error'), cause: text('cause') };
}

function resultOf(events: readonly HistoryEvent[], mock: MockedTask | undefined): Json | undefined {
  if (mock?.kind === 'return') return mock.output;
  const event = events.find(({ type }) => type === 'TaskSucceeded' || type === 'LambdaFunctionSucceeded');
  const text = event && detail(event, 'output');
  return typeof text === 'string' ? (JSON.parse(text) as Json) : undefined;
}

function variablesAfter({ variables }: Trial, events: readonly HistoryEvent[], name: string): object {
  const exited = events.find((event) => event.type.endsWith('StateExited') && detail(event, 'name') === name);
  const assigned = Object.entries((exited && detail(exited, 'assignedVariables')) ?? {});
  const after = {
    ...variables,
    ...Object.fromEntries(assigned.map(([variable, text]) => [variable, JSON.parse(String(text)) as Json])),
  };
  return Object.keys(after).length > 0 ? { variables: JSON.stringify(after) } : {};
}

/** TestState. */
export const testStateOperations = { TestState: testState } as const;
