import type { Fiber } from '../execution/fiber.ts';
import type { Json, JsonObject } from '../json/json.ts';
import type { TaskResource } from './task-resource.ts';

/** How the history tells of a task; AWS has other events for functions, activities and integrations. */
export interface TaskEvents {
  scheduled(fiber: Fiber, parameters: Json, limits: JsonObject): void;
  started(fiber: Fiber): void;
  submitted(fiber: Fiber, output: Json): void;
  succeeded(fiber: Fiber, output: Json): void;
  failed(fiber: Fiber, failure: JsonObject): void;
  timedOut(fiber: Fiber): void;
}

const timeout = { error: 'States.Timeout' } as const;

/** The events of a resource. */
export function eventsOf(resource: TaskResource): TaskEvents {
  if (resource.kind === 'function') return functionEvents(resource.arn);
  if (resource.kind === 'activity') return activityEvents(resource.arn);
  return integrationEvents(
    { resource: resource.resource, resourceType: resource.resourceType },
    regionOf(resource.arn),
  );
}

function regionOf(arn: string): string {
  return arn.split(':')[3] || 'us-east-1';
}

function functionEvents(arn: string): TaskEvents {
  return {
    scheduled: (fiber, input, limits) =>
      fiber.emit({
        type: 'LambdaFunctionScheduled',
        shape: 'lambdaScheduled',
        subject: arn,
        value: input,
        more: limits,
      }),
    started: (fiber) => fiber.emit({ type: 'LambdaFunctionStarted' }),
    submitted: () => {},
    succeeded: (fiber, output) =>
      fiber.emit({ type: 'LambdaFunctionSucceeded', shape: 'lambdaSucceeded', value: output }),
    failed: (fiber, failure) => fiber.emit({ type: 'LambdaFunctionFailed', shape: 'lambdaFailed', more: failure }),
    timedOut: (fiber) => fiber.emit({ type: 'LambdaFunctionTimedOut', shape: 'lambdaTimedOut', more: timeout }),
  };
}

function activityEvents(arn: string): TaskEvents {
  return {
    scheduled: (fiber, input, limits) =>
      fiber.emit({ type: 'ActivityScheduled', shape: 'activityScheduled', subject: arn, value: input, more: limits }),
    // A worker's start is told when it takes the task.
    started: () => {},
    submitted: () => {},
    succeeded: (fiber, output) => fiber.emit({ type: 'ActivitySucceeded', shape: 'activitySucceeded', value: output }),
    failed: (fiber, failure) => fiber.emit({ type: 'ActivityFailed', shape: 'activityFailed', more: failure }),
    timedOut: (fiber) => fiber.emit({ type: 'ActivityTimedOut', shape: 'activityTimedOut', more: timeout }),
  };
}

function integrationEvents(names: JsonObject, region: string): TaskEvents {
  return {
    scheduled: (fiber, parameters, limits) =>
      fiber.emit({
        type: 'TaskScheduled',
        shape: 'taskScheduled',
        value: parameters,
        more: { ...names, region, ...limits },
      }),
    started: (fiber) => fiber.emit({ type: 'TaskStarted', shape: 'taskStarted', more: names }),
    submitted: (fiber, output) =>
      fiber.emit({ type: 'TaskSubmitted', shape: 'taskSubmitted', value: output, more: names }),
    succeeded: (fiber, output) =>
      fiber.emit({ type: 'TaskSucceeded', shape: 'taskSucceeded', value: output, more: names }),
    failed: (fiber, failure) => fiber.emit({ type: 'TaskFailed', shape: 'taskFailed', more: { ...names, ...failure } }),
    timedOut: (fiber) => fiber.emit({ type: 'TaskTimedOut', shape: 'taskTimedOut', more: { ...names, ...timeout } }),
  };
}
