import type { Fiber } from '../execution/fiber.ts';
import type { TokenAnswer } from '../execution/task-tokens.ts';
import { TaskFailure } from '../host/task-failure.ts';
import type { TaskContext } from '../host/task-handler.ts';
import type { MockedTask } from '../host/task-host.ts';
import { integrationOf } from '../host/task-host.ts';
import { copyJson } from '../json/copy-json.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { callHandler, type HandlerTarget } from './call-handler.ts';
import { callLambda, lambdaResponse, readLambdaRequest } from './lambda-call.ts';
import type { RunningTask, TaskOutcome, TaskWork } from './race-deadlines.ts';
import type { TaskEvents } from './task-events.ts';
import type { TaskResource } from './task-resource.ts';

/** What a task does, by its resource. */
export function taskWork(resource: TaskResource, events: TaskEvents, fiber: Fiber, parameters: Json): TaskWork {
  const mocked = fiber.runtime.host.mockTask?.(fiber.stateName, fiber.retryCount);
  if (mocked) return mockedWork(resource, events, fiber, mocked);
  if (resource.kind === 'activity') return activityWork(resource.arn, fiber, parameters);
  if (resource.kind === 'function') return functionWork(resource.arn, fiber, parameters);
  return resource.pattern === 'waitForTaskToken'
    ? callbackWork(resource, events, fiber, parameters)
    : requestWork(resource, events, fiber, parameters);
}

// Nobody is called and no token is waited for.
function mockedWork(resource: TaskResource, events: TaskEvents, fiber: Fiber, mocked: MockedTask): TaskWork {
  return (task) => {
    if (mocked.kind === 'throw') task.settle({ kind: 'failed', error: mocked.error, cause: mocked.cause });
    else {
      const output = copyJson(mocked.output);
      if (resource.kind === 'integration' && resource.pattern !== 'request') events.submitted(fiber, output);
      task.settle({ kind: 'succeeded', output });
    }
    return undefined;
  };
}

function functionWork(arn: string, fiber: Fiber, payload: Json): TaskWork {
  const call = (context: TaskContext) => payloadOf(callLambda(fiber, { functionName: arn, payload }, context));
  return (task) => callHandler(fiber, { resource: arn, pattern: 'request', call }, task);
}

function payloadOf(answer: ReturnType<typeof callLambda>): unknown {
  return answer instanceof Promise ? answer.then(({ payload }) => payload) : answer.payload;
}

type Integration = TaskResource & { readonly kind: 'integration' };

function requestWork(resource: Integration, events: TaskEvents, fiber: Fiber, parameters: Json): TaskWork {
  const onSubmitted = (output: Json) => {
    if (resource.pattern !== 'request') events.submitted(fiber, output);
  };
  return (task) => callHandler(fiber, targetOf(resource, fiber, parameters), task, onSubmitted);
}

function targetOf({ key, arn, pattern }: Integration, fiber: Fiber, parameters: Json): HandlerTarget {
  const integration = integrationOf(fiber.runtime.host, key);
  if (integration) return { resource: arn, pattern, call: (context) => integration(copyJson(parameters), context) };
  if (key === 'lambda:invoke') return { resource: arn, pattern, call: (context) => invoke(fiber, parameters, context) };
  return {
    resource: arn,
    pattern,
    call: () => {
      throw new TaskFailure(
        'States.Runtime',
        `There is no integration '${key}' here: register one in the option 'integrations'.`,
      );
    },
  };
}

function invoke(fiber: Fiber, parameters: Json, context: TaskContext): unknown {
  const answer = callLambda(fiber, readLambdaRequest(parameters), context);
  return answer instanceof Promise
    ? answer.then((settled) => lambdaResponse(fiber, settled))
    : lambdaResponse(fiber, answer);
}

// The message is sent first; then the task waits for whoever has its token.
function callbackWork(resource: Integration, events: TaskEvents, fiber: Fiber, parameters: Json): TaskWork {
  const token = fiber.taskToken ?? '';
  const { tokens } = fiber.runtime;
  return (task) => {
    const wait = () => {
      fiber.runtime.checkpoints.write();
      stop = tokens.wait(token, listenerOf(task));
    };
    let stop: (() => void) | undefined;
    if (fiber.memo?.['submitted'] === true) {
      wait();
      return () => stop?.();
    }
    tokens.announce(token);
    const settle = (outcome: TaskOutcome) => {
      if (outcome.kind !== 'succeeded') return task.settle(outcome);
      events.submitted(fiber, outcome.output);
      fiber.remember({ submitted: true });
      wait();
    };
    const holdTimeout = () => task.holdTimeout();
    const end = callHandler(fiber, targetOf(resource, fiber, parameters), { settle, holdTimeout });
    return () => {
      end();
      stop?.();
      tokens.forget(token);
    };
  };
}

const listenerOf = (task: RunningTask) => ({
  answer: (answer: TokenAnswer) => task.settle(outcomeOf(answer)),
  heartbeat: () => task.heartbeat(),
});

function outcomeOf(answer: TokenAnswer): TaskOutcome {
  if (answer.kind === 'success') return { kind: 'succeeded', output: answer.output };
  return { kind: 'failed', error: answer.error, cause: answer.cause };
}

function activityWork(arn: string, fiber: Fiber, input: Json): TaskWork {
  const taskToken = fiber.taskToken ?? '';
  const { tokens, host } = fiber.runtime;
  return (task) => {
    fiber.runtime.checkpoints.write();
    const stop = tokens.wait(taskToken, listenerOf(task));
    const onStarted = (workerName: string | undefined) => {
      const more: JsonObject = workerName === undefined ? {} : { workerName };
      fiber.emit({ type: 'ActivityStarted', shape: 'activityStarted', more });
      fiber.remember({ submitted: true });
      const durable = fiber.runtime.checkpoints.write();
      task.heartbeat();
      return durable;
    };
    const takeBack =
      fiber.memo?.['submitted'] === true ? undefined : host.activities?.offer(arn, { taskToken, input, onStarted });
    return () => {
      stop();
      takeBack?.();
    };
  };
}
