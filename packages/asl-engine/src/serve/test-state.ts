import { createVirtualClock } from '../clock/virtual-clock.ts';
import { matchesError } from '../failure/match-error.ts';
import { StateFailure } from '../failure/state-failure.ts';
import type { HistoryEvent } from '../history/event-record.ts';
import { TaskFailure } from '../host/task-failure.ts';
import type { TaskHost } from '../host/task-host.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { execute } from '../run/execute.ts';
import { ApiError } from './api-error.ts';
import type { Operation } from './operation.ts';
import type { RequestFields } from './request-fields.ts';
import { hostOf } from './start-machine.ts';
import { compiledDefinition } from './state-machines.ts';

interface Mock {
  readonly result: Json | undefined;
  readonly failure: TaskFailure | undefined;
}

const testState: Operation = async (fields, world) => {
  const { name, state, queryLanguage } = stateOf(fields);
  const { Retry: retriers, ...tried } = state;
  const machine = { QueryLanguage: queryLanguage, StartAt: name, States: { [name]: tried, ...targetsOf(state, name) } };
  // A state without a way on is tried all the same.
  const compiled = compiledDefinition(JSON.stringify(machine));
  const mock = readMock(fields);
  const execution = execute(compiled, {
    ...(mock ? mockedHost(mock, state) : hostOf(world)),
    input: readJson(fields.maybeText('input') ?? '{}', 'input'),
    clock: mock ? createVirtualClock({ start: world.clock.now() }) : world.clock,
    roleArn: fields.maybeText('roleArn', { most: 256 }) ?? 'arn:aws:iam::123456789012:role/TestState',
  });
  const result = await execution.result;
  const events = execution.history();
  const exited = events.find((event) => event.type.endsWith('StateExited') && detail(event, 'name') === name);
  const next = events.find(({ type, id }) => exited && id > exited.id && type.endsWith('StateEntered'));
  const failure = failureOf(events) ?? (result.status === 'SUCCEEDED' ? undefined : result);
  const inspection = fields.maybeText('inspectionLevel', { oneOf: ['INFO', 'DEBUG', 'TRACE'] });
  const inspectionData =
    inspection === 'DEBUG' || inspection === 'TRACE'
      ? { inspectionData: { input: fields.maybeText('input') ?? '{}', ...inspected(events) } }
      : {};
  const nextState = next && { nextState: String(detail(next, 'name')) };
  if (failure && isRetried(retriers, failure)) return { status: 'RETRIABLE', ...told(failure), ...inspectionData };
  if (!exited) return { status: 'FAILED', ...told(result), ...inspectionData };
  const output = { output: String(detail(exited, 'output')) };
  if (failure && state['Type'] !== 'Fail')
    return { status: 'CAUGHT_ERROR', ...told(failure), ...output, ...nextState, ...inspectionData };
  return { status: 'SUCCEEDED', ...output, ...nextState, ...inspectionData };
};

interface Told {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

function told({ error, cause }: Told): object {
  return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
}

function detail(event: HistoryEvent, field: string): unknown {
  const [details] = Object.entries(event).flatMap(([key, value]) => (key.endsWith('EventDetails') ? [value] : []));
  return (details as Readonly<Record<string, unknown>> | undefined)?.[field];
}

function failureOf(events: readonly HistoryEvent[]): Told | undefined {
  const event = events.find(({ type }) =>
    /^(?:Task|LambdaFunction|Activity)(?:Failed|TimedOut)$|^EvaluationFailed$/.test(type),
  );
  return (
    event && {
      error: detail(event, 'error') as string | undefined,
      cause: detail(event, 'cause') as string | undefined,
    }
  );
}

function inspected(events: readonly HistoryEvent[]): object {
  const scheduled = events.find(({ type }) => type === 'TaskScheduled' || type === 'LambdaFunctionScheduled');
  const succeeded = events.find(({ type }) => type === 'TaskSucceeded' || type === 'LambdaFunctionSucceeded');
  const parameters = scheduled && (detail(scheduled, 'parameters') ?? detail(scheduled, 'input'));
  return {
    ...(parameters !== undefined && { afterParameters: parameters, afterArguments: parameters }),
    ...(succeeded && { result: detail(succeeded, 'output') }),
  };
}

function isRetried(retriers: Json | undefined, { error }: Told): boolean {
  if (!Array.isArray(retriers)) return false;
  const failure = new StateFailure({ kind: 'task', error });
  return (retriers as readonly Json[]).some((retrier) => {
    const names = isJsonObject(retrier) ? retrier['ErrorEquals'] : undefined;
    const attempts = isJsonObject(retrier) ? retrier['MaxAttempts'] : undefined;
    return Array.isArray(names) && attempts !== 0 && matchesError(names.map(String), failure);
  });
}

interface Tried {
  readonly name: string;
  readonly state: JsonObject;
  readonly queryLanguage: string;
}

// The definition is that of a state, or of a machine with the state's name beside it.
function stateOf(fields: RequestFields): Tried {
  const source = readJson(fields.text('definition', { most: 1_048_576 }), 'definition');
  if (!isJsonObject(source)) throw new ApiError('InvalidDefinition', 'The definition must be a JSON object');
  const name = fields.maybeText('stateName', { least: 1, most: 80 });
  const states = source['States'];
  if (!isJsonObject(states)) return { name: name ?? 'State', state: source, queryLanguage: languageOf(source) };
  const state = states[name ?? String(source['StartAt'])];
  if (isJsonObject(state)) return { name: name ?? String(source['StartAt']), state, queryLanguage: languageOf(source) };
  throw new ApiError('ValidationException', `There is no state '${name}' in the definition`);
}

function languageOf({ QueryLanguage }: JsonObject): string {
  return QueryLanguage === 'JSONata' ? 'JSONata' : 'JSONPath';
}

function targetsOf(state: JsonObject, own: string): JsonObject {
  const holders = [
    state,
    ...['Choices', 'Catch'].flatMap((field) => (Array.isArray(state[field]) ? (state[field] as readonly Json[]) : [])),
  ];
  const names = holders.flatMap((holder) => (isJsonObject(holder) ? [holder['Next'], holder['Default']] : []));
  const targets = names.filter((name): name is string => typeof name === 'string' && name !== own);
  return Object.fromEntries(targets.map((name) => [name, { Type: 'Succeed' }]));
}

function readMock(fields: RequestFields): Mock | undefined {
  const mock = fields.object('mock');
  if (mock === undefined) return undefined;
  const { result, errorOutput } = mock;
  if ((result === undefined) === (errorOutput === undefined))
    throw new ApiError('ValidationException', 'A mock needs either result or errorOutput');
  if (!isJsonObject(errorOutput)) return { result: readJson(String(result), 'mock.result'), failure: undefined };
  const { error, cause } = errorOutput;
  return {
    result: undefined,
    failure: new TaskFailure(
      typeof error === 'string' ? error : 'States.TaskFailed',
      typeof cause === 'string' ? cause : undefined,
    ),
  };
}

// Whatever the state calls gives the mock's answer.
function mockedHost({ result, failure }: Mock, { Resource }: JsonObject): TaskHost {
  const answer = (): Json => {
    if (failure) throw failure;
    return result ?? null;
  };
  const [, key = ''] = /^arn:[a-z-]+:states:[^:]*:\d*:((?:aws-sdk:)?[^:]+:[A-Za-z0-9]+)/.exec(String(Resource)) ?? [];
  return { invokeLambda: () => ({ payload: answer() }), integrations: { [key]: answer } };
}

function readJson(text: string, field: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(
      field === 'input' ? 'InvalidExecutionInput' : 'ValidationException',
      `The field '${field}' is not JSON`,
    );
  }
}

/** TestState. */
export const testStateOperations = { TestState: testState } as const;
