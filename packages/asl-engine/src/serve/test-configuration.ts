import type { MockedTask } from '../host/task-host.ts';
import { ApiError } from './api-error.ts';
import { itemsOf, numberOf, selectedInput, type Trial } from './inspect-state.ts';
import type { RequestFields } from './request-fields.ts';
import { contains, type TestedState } from './tested-state.ts';

/** What a test's stateConfiguration comes to. */
interface TestConfiguration {
  readonly retryCount: number;
  readonly mock: MockedTask | undefined;
}

const exceeded: MockedTask = {
  kind: 'throw',
  error: 'States.ExceedToleratedFailureThreshold',
  cause: 'The specified tolerated failure threshold was exceeded',
};

/**
 * Reads stateConfiguration (API reference, "TestStateConfiguration"): after how many retries the state is tried, and how many iterations
 * of a Map have failed, which fails it when it tolerates fewer. Throws ApiError, ValidationException.
 */
export async function readTestConfiguration(
  fields: RequestFields,
  tested: TestedState,
  trial: Trial,
  mock: MockedTask | undefined,
): Promise<TestConfiguration> {
  const given = fields.inner('stateConfiguration');
  const retryCount = given?.integer('retrierRetryCount', 0, Number.MAX_SAFE_INTEGER);
  const failures = given?.integer('mapIterationFailureCount', 0, Number.MAX_SAFE_INTEGER);
  const causedBy = given?.maybeText('errorCausedByState', { least: 1, most: 80 });
  if (retryCount !== undefined && mock?.kind !== 'throw')
    throw refused('retrierRetryCount can only be specified when a mocked error is specified');
  if (causedBy !== undefined && (mock?.kind !== 'throw' || !contains(tested.state, causedBy)))
    throw refused('errorCausedByState must name a state of a Map or Parallel state whose mock is an error');
  if (trial.readerData !== undefined && tested.state['ItemReader'] === undefined)
    throw refused('mapItemReaderData can only be specified for a Map state with an ItemReader');
  if (failures === undefined) return { retryCount: retryCount ?? 0, mock };
  if (mock === undefined || tested.type !== 'Map')
    throw refused('mapIterationFailureCount can only be specified for a Map state when a mock is specified');
  return { retryCount: retryCount ?? 0, mock: (await tolerates(tested, trial, failures)) ? mock : exceeded };
}

async function tolerates(tested: TestedState, trial: Trial, failures: number): Promise<boolean> {
  const selected = await selectedInput(tested, trial);
  const found = await itemsOf(tested, trial, selected);
  const items = Array.isArray(found) ? found.length : undefined;
  if (items !== undefined && failures > items)
    throw refused(`mapIterationFailureCount must not exceed the number of items, ${items}`);
  const count = await numberOf(tested, trial, 'ToleratedFailureCount', selected);
  const percentage = await numberOf(tested, trial, 'ToleratedFailurePercentage', selected);
  // A Map that says nothing of what it tolerates is not failed by the count (recorded).
  const byCount = count === undefined || failures <= count;
  const byPercentage = percentage === undefined || (failures / (items ?? failures)) * 100 <= percentage;
  return failures === 0 || (byCount && byPercentage);
}

function refused(message: string): ApiError {
  return new ApiError('ValidationException', message);
}
