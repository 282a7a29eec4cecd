import type { MockedTask } from '../host/task-host.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { ApiError } from './api-error.ts';
import { checkResult } from './check-result.ts';
import { type RequestFields, readJson } from './request-fields.ts';
import { resourceOf, type TestedState } from './tested-state.ts';

/** What stands for what the state calls; undefined when it is called. Throws ApiError where AWS takes no mock, or wants one. */
export function mockOfTest(fields: RequestFields, tested: TestedState): MockedTask | undefined {
  const given = fields.inner('mock');
  if (!given) {
    checkUnmocked(fields, tested);
    return undefined;
  }
  if (!['Task', 'Map', 'Parallel'].includes(tested.type))
    throw refused(`State type '${tested.type}' is not supported when a mock is specified`);
  if (fields.flag('revealSecrets')) throw refused('TestState does not support RevealSecrets when a mock is specified.');
  const result = given.maybeText('result', { most: 262_144 });
  const failure = given.inner('errorOutput');
  if ((result === undefined) === (failure === undefined))
    throw refused('A test mock should have only one of the following fields: [result, errorOutput].');
  const mode = given.maybeText('fieldValidationMode', { oneOf: ['STRICT', 'PRESENT', 'NONE'] }) ?? 'STRICT';
  if (failure)
    return {
      kind: 'throw',
      error: failure.maybeText('error', { most: 256 }),
      cause: failure.maybeText('cause', { most: 32_768 }),
    };
  const output = readJson(result ?? '', 'ValidationException', 'Mocked result must be valid JSON');
  if (mode === 'STRICT' || mode === 'PRESENT') checkOutput(tested, output, mode);
  return { kind: 'return', output };
}

function checkUnmocked(fields: RequestFields, tested: TestedState): void {
  const { type } = tested;
  if (type === 'Map' || type === 'Parallel')
    throw new ApiError(
      'InvalidDefinition',
      'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]',
    );
  const resource = resourceOf(tested);
  const isWaitedFor = resource?.kind === 'integration' && resource.pattern !== 'request';
  if (resource?.kind === 'activity' || isWaitedFor)
    throw new ApiError(
      'InvalidDefinition',
      'TestState API supports activities and the patterns .sync and .waitForTaskToken only when a mock is specified',
    );
  if (fields.has('context')) throw refused('context can only be specified when a mock is specified');
}

function checkOutput(tested: TestedState, output: Json, mode: 'STRICT' | 'PRESENT'): void {
  const { type, state } = tested;
  const isWritten = type === 'Map' && isJsonObject(state['ResultWriter']);
  if (isWritten && !isJsonObject(output)) throw refused('Mocked result must be a JSON object.');
  if (!isWritten && (type === 'Map' || type === 'Parallel') && !Array.isArray(output))
    throw refused('Mocked result must be an array.');
  if (type === 'Parallel' && Array.isArray(output) && output.length !== branchesOf(state))
    throw refused('Mocked result must contain the same number of items as number of Parallel branches.');
  const resource = resourceOf(tested);
  // What a job gives that was waited for is another answer than that of the call; what a token is answered with is free.
  if (resource?.kind === 'integration' && resource.pattern === 'request') checkResult(resource.key, output, mode);
}

function branchesOf({ Branches = [] }: TestedState['state']): number {
  return Array.isArray(Branches) ? Branches.length : 0;
}

function refused(message: string): ApiError {
  return new ApiError('ValidationException', message);
}
