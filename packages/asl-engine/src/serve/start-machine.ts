import type { ChangeMapRun, MapRunReport } from '../host/map-run-report.ts';
import { TaskFailure } from '../host/task-failure.ts';
import type { TaskIntegration } from '../host/task-handler.ts';
import type { TaskHost } from '../host/task-host.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { jsonProblem } from '../json/json-problem.ts';
import { execute } from '../run/execute.ts';
import type { ExecutionOptions, ExecutionResult } from '../run/execution-options.ts';
import { ApiError } from './api-error.ts';
import { mocksOf } from './mock-config.ts';
import { checkedName } from './names.ts';
import type { Started, World } from './world.ts';

interface Asked {
  /** The ARN of a machine, a version or an alias; `#` and the name of a test case may follow it. */
  readonly arn: string;
  readonly name: string | undefined;
  /** JSON text. */
  readonly input: string;
}

/**
 * Starts an execution. A name that is taken answers with its execution when that runs with the same input, and is refused otherwise
 * (API reference, "StartExecution"); names of EXPRESS executions are never taken. Throws ApiError.
 */
export function startMachine(world: World, { arn, name, input }: Asked): Started {
  const [of = '', testCase] = arn.split('#');
  const chosen = world.choose(of);
  const { machine, revision } = chosen;
  const mockTask = testCase === undefined ? undefined : mocksOf(world.mockConfig, machine.name, testCase);
  if (name !== undefined) checkedName(name);
  const value = readInput(input);
  if (name !== undefined && machine.type === 'STANDARD') {
    const earlier = world.executions.get(`${machine.arn.replace(':stateMachine:', ':execution:')}:${name}`);
    if (earlier?.execution.status() === 'RUNNING' && earlier.input === input) return earlier;
    if (earlier)
      throw new ApiError('ExecutionAlreadyExists', `Execution Already Exists: '${earlier.execution.executionArn}'`);
  }
  const execution = execute(revision.compiled, {
    ...hostOf(world),
    input: value,
    type: machine.type,
    stateMachineArn: machine.arn,
    roleArn: revision.roleArn,
    clock: world.clock,
    journal: world.journal,
    beginsAfter: machine.type === 'STANDARD' ? world.beginsAfter : 0,
    ...(mockTask && { mockTask }),
    ...(name !== undefined && { name }),
  });
  const started = { ...chosen, execution, input, ...(mockTask && { mockTask }) };
  world.executions.set(execution.executionArn, started);
  return started;
}

function readInput(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    const why = text.trim() === '' ? 'Invalid execution input.' : jsonProblem(text).message;
    throw new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`);
  }
}

/** What executions run with here: what the host registered, activities, and executions that start others. */
export function hostOf(world: World): TaskHost & Pick<ExecutionOptions, 'children'> {
  return {
    ...world.host,
    activities: world.activities,
    integrations: { 'states:startExecution': nested(world), ...world.host.integrations },
    onMapRun: (report, change) => keepMapRun(world, report, change),
    children: world.children,
  };
}

// A redrive tells the run anew: when it began is known from before.
function keepMapRun(world: World, report: MapRunReport, change: ChangeMapRun): void {
  const earlier = world.mapRuns.get(report.mapRunArn);
  const startedAt = earlier?.report.startedAt ?? report.startedAt;
  const isRedriven = report.redriveCount > (earlier?.report.redriveCount ?? 0);
  const redrivenAt = isRedriven ? report.startedAt : earlier?.redrivenAt;
  world.mapRuns.set(report.mapRunArn, { report: { ...report, startedAt }, change, redrivenAt });
}

function nested(world: World): TaskIntegration {
  return async (parameters, { pattern, signal, submitted, clock }) => {
    const given = isJsonObject(parameters) ? parameters : {};
    const input = given['Input'] ?? {};
    const text = typeof input === 'string' ? input : JSON.stringify(input);
    const name = typeof given['Name'] === 'string' ? given['Name'] : undefined;
    const started = asTask(() => startMachine(world, { arn: String(given['StateMachineArn']), name, input: text }));
    const { execution } = started;
    const begun = { ExecutionArn: execution.executionArn, StartDate: clock.now() };
    if (pattern === 'request') return begun;
    submitted(begun);
    signal.addEventListener('abort', () => execution.stop(), { once: true });
    const result = await execution.result;
    const described = describe(started, result, pattern === 'sync:2');
    if (result.status === 'SUCCEEDED') return described;
    throw new TaskFailure('States.TaskFailed', JSON.stringify(described));
  };
}

// The optimized integration names AWS's errors after the service.
function asTask<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (problem) {
    if (!(problem instanceof ApiError)) throw problem;
    throw new TaskFailure(`StepFunctions.${problem.code.replace(/Exception$/, '')}Exception`, problem.message);
  }
}

function describe({ execution, machine, input }: Started, result: ExecutionResult, asJson: boolean): object {
  const { status, output = null, error, cause, startDate, stopDate } = result;
  return {
    ExecutionArn: execution.executionArn,
    ...{ Input: asJson ? JSON.parse(input) : input, InputDetails: { Included: true } },
    Name: execution.name,
    ...(status === 'SUCCEEDED' && {
      Output: asJson ? output : JSON.stringify(output),
      OutputDetails: { Included: true },
    }),
    ...(error !== undefined && { Error: error }),
    ...(cause !== undefined && { Cause: cause }),
    RedriveCount: 0,
    RedriveStatus: status === 'SUCCEEDED' ? 'NOT_REDRIVABLE' : 'REDRIVABLE',
    ...(status === 'SUCCEEDED' && { RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' }),
    StartDate: startDate.getTime(),
    StateMachineArn: machine.arn,
    Status: status,
    StopDate: stopDate.getTime(),
  };
}
