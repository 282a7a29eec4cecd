import type { MockedTask, MockTask } from '../host/task-host.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { ApiError } from './api-error.ts';

/**
 * The mocks of a test case of a machine, from a mock configuration file as Step Functions Local had it (Developer Guide, "Using mocked
 * service integrations"): `StateMachines.<machine>.TestCases.<case>.<state>` names one of `MockedResponses`, which says of each attempt
 * (`"0"`, `"1-2"`) what it gives (`Return`) or fails with (`Throw`). States that a test case does not name are not mocked. A response
 * is read when its state is run. Throws ApiError, InvalidName, for a case that there is not.
 */
export function mocksOf(config: JsonObject | undefined, machine: string, testCase: string): MockTask {
  const states = member(config, 'StateMachines', machine, 'TestCases', testCase);
  if (!isJsonObject(states))
    throw new ApiError(
      'InvalidName',
      `Invalid mock test case name '${testCase}' for state machine '${machine}': the mock configuration file has no such test case.`,
    );
  return (state, retryCount) => {
    if (!Object.hasOwn(states, state)) return undefined;
    const name = String(states[state]);
    return answerOf(member(config, 'MockedResponses', name), name, retryCount);
  };
}

function member(from: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (value, name) => (isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
    from,
  );
}

function answerOf(response: Json | undefined, name: string, retryCount: number): MockedTask {
  const attempts = isJsonObject(response) ? Object.entries(response) : [];
  const [, found] = attempts.find(([range]) => covers(range, retryCount)) ?? [];
  const returned = member(found, 'Return');
  if (returned !== undefined) return { kind: 'return', output: returned };
  const thrown = member(found, 'Throw');
  if (isJsonObject(thrown)) return { kind: 'throw', error: text(thrown['Error']), cause: text(thrown['Cause']) };
  const why = `The mocked response '${name}' says neither Return nor Throw for attempt ${retryCount}.`;
  return { kind: 'throw', error: 'States.Runtime', cause: why };
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

// "0" is the first attempt, "1-2" the two retries that follow.
function covers(range: string, attempt: number): boolean {
  const [, first, last = first] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
  return first !== undefined && Number(first) <= attempt && attempt <= Number(last);
}
