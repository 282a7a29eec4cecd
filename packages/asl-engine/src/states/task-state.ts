import type { StateOutput } from '../dataflow/dialect.ts';
import type { StateReader } from '../definition/state-reader.ts';
import { limitedArgument } from '../execution/exit-state.ts';
import type { Fiber } from '../execution/fiber.ts';
import { rememberFailure } from '../execution/remembered-failure.ts';
import { createTaskToken } from '../execution/task-tokens.ts';
import { dataLimitExceeded, StateFailure } from '../failure/state-failure.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { isLargerThan } from '../json/json-size.ts';
import { compileErrorHandlers } from '../retry/compile-error-handlers.ts';
import { retryAndCatch } from '../retry/retry-and-catch.ts';
import type { TaskOutcome } from '../task/race-deadlines.ts';
import { raceDeadlines } from '../task/race-deadlines.ts';
import { checkRequiredParameters } from '../task/required-parameters.ts';
import { eventsOf, type TaskEvents } from '../task/task-events.ts';
import { compileLimit } from '../task/task-limits.ts';
import { canBeAsked, parseTaskResource, type TaskResource } from '../task/task-resource.ts';
import { taskWork } from '../task/task-work.ts';
import type { CompileState } from './state-source.ts';
import { compileNext } from './state-source.ts';

/** Compiles a Task state (spec, "Task State"). */
export const compileTaskState: CompileState = ({ name, reader, dialect }) => {
  const next = compileNext(reader);
  const flow = dialect.compileFlow(reader);
  const handlers = compileErrorHandlers(reader, dialect);
  const readTimeout = compileLimit(reader, dialect, 'TimeoutSeconds');
  const readHeartbeat = compileLimit(reader, dialect, 'HeartbeatSeconds');
  checkHeartbeat(reader);
  const arn = reader.text('Resource');
  const resource = arn === undefined ? undefined : parseTaskResource(arn);
  if (!resource)
    reader.error(
      'Resource',
      arn === undefined ? 'is missing: name what the task calls.' : `'${arn}' is not an ARN that a task can call.`,
      arn === undefined ? 'SCHEMA_VALIDATION_FAILED' : 'INVALID_RESOURCE',
    );
  if (resource?.kind === 'integration' && !canBeAsked(resource.resourceType, resource.pattern))
    reader.error('Resource', `Step Functions cannot ask '${resource.resourceType}' so: '${arn}'.`, 'INVALID_RESOURCE');
  if (!resource) return undefined;
  if (resource.kind === 'integration') checkRequiredParameters(reader, resource.key);
  const events = eventsOf(resource);
  const usesToken =
    resource.kind === 'activity' || (resource.kind === 'integration' && resource.pattern === 'waitForTaskToken');

  const attempt = async (fiber: Fiber, input: Json): Promise<StateOutput> => {
    if (usesToken && fiber.taskToken === undefined) assignToken(fiber);
    const argument = flow.argument(input, fiber);
    const parameters = limitedArgument(fiber, argument instanceof Promise ? await argument : argument);
    const timeout = readTimeout(input, fiber);
    const heartbeat = readHeartbeat(input, fiber);
    const timeoutInSeconds = timeout instanceof Promise ? await timeout : timeout;
    const heartbeatInSeconds = heartbeat instanceof Promise ? await heartbeat : heartbeat;
    const earlier = fiber.memo?.['result'];
    if (earlier !== undefined) return flow.output(input, earlier, fiber);
    begin(fiber, events, parameters, {
      ...(timeoutInSeconds !== undefined && { timeoutInSeconds }),
      ...(heartbeatInSeconds !== undefined && { heartbeatInSeconds }),
    });
    const durable = fiber.runtime.checkpoints.write();
    if (durable) await durable;
    const deadlines = {
      timeoutAt: timeoutAt(fiber),
      timeoutSeconds: timeoutInSeconds,
      heartbeatSeconds: usesToken ? heartbeatInSeconds : undefined,
    };
    const outcome = await raceDeadlines(fiber, deadlines, taskWork(resource, events, fiber, parameters));
    const result = conclude(fiber, events, resource, outcome);
    return flow.output(input, result, fiber);
  };
  return { name, type: 'Task', run: (fiber, input) => retryAndCatch({ handlers, next, attempt }, fiber, input) };
};

// Specification, "Timeouts".
function checkHeartbeat(reader: StateReader): void {
  const timeout = reader.get('TimeoutSeconds');
  const heartbeat = reader.get('HeartbeatSeconds');
  if (typeof timeout === 'number' && typeof heartbeat === 'number' && heartbeat >= timeout)
    reader.error('HeartbeatSeconds', `must be smaller than TimeoutSeconds, ${timeout}.`);
}

function assignToken(fiber: Fiber): void {
  fiber.taskToken = createTaskToken(fiber.runtime.identity.executionArn, fiber.random.uuid());
  fiber.forgetContext();
}

// A task that was under way when the process ended is already in the history; it is run again, not begun again.
function begin(fiber: Fiber, events: TaskEvents, parameters: Json, limits: JsonObject): void {
  if (fiber.memo?.['begun'] === true) return;
  events.scheduled(fiber, parameters, limits);
  events.started(fiber);
  const seconds = limits['timeoutInSeconds'];
  fiber.remember({ begun: true, ...(typeof seconds === 'number' && { timeoutAt: fiber.now() + seconds * 1000 }) });
}

function timeoutAt(fiber: Fiber): number | undefined {
  const instant = fiber.memo?.['timeoutAt'];
  return typeof instant === 'number' ? instant : undefined;
}

function conclude(fiber: Fiber, events: TaskEvents, resource: TaskResource, outcome: TaskOutcome): Json {
  if (outcome.kind === 'timedOut') {
    events.timedOut(fiber);
    // AWS tells a missed heartbeat as States.Timeout too; Retry and Catch may name it apart.
    const alias = outcome.heartbeat ? 'States.HeartbeatTimeout' : undefined;
    throw rememberFailure(fiber, new StateFailure({ kind: 'task', error: 'States.Timeout', alias }));
  }
  if (outcome.kind === 'succeeded' && !isLargerThan(outcome.output)) {
    events.succeeded(fiber, outcome.output);
    fiber.rememberForRestart({ result: outcome.output });
    return outcome.output;
  }
  const failure =
    outcome.kind === 'failed'
      ? new StateFailure({ kind: 'task', error: outcome.error, cause: outcome.cause })
      : dataLimitExceeded(resource.kind === 'integration' ? resource.resourceType : resource.arn, 'task');
  const { error, cause } = failure;
  events.failed(fiber, { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) });
  throw rememberFailure(fiber, failure);
}
