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
    scheduled: (fiber, input, limits) => fiber.emit('LambdaFunctionScheduled', 'lambdaScheduled', arn, input, limits),
    started: (fiber) => fiber.emit('LambdaFunctionStarted'),
    submitted: () => {},
    succeeded: (fiber, output) => fiber.emit('LambdaFunctionSucceeded', 'lambdaSucceeded', undefined, output),
    failed: (fiber, failure) => fiber.emit('LambdaFunctionFailed', 'lambdaFailed', undefined, undefined, failure),
    timedOut: (fiber) => fiber.emit('LambdaFunctionTimedOut', 'lambdaTimedOut', undefined, undefined, timeout),
  };
}

function activityEvents(arn: string): TaskEvents {
  return {
    scheduled: (fiber, input, limits) => fiber.emit('ActivityScheduled', 'activityScheduled', arn, input, limits),
    // A worker's start is told when it takes the task.
    started: () => {},
    submitted: () => {},
    succeeded: (fiber, output) => fiber.emit('ActivitySucceeded', 'activitySucceeded', undefined, output),
    failed: (fiber, failure) => fiber.emit('ActivityFailed', 'activityFailed', undefined, undefined, failure),
    timedOut: (fiber) => fiber.emit('ActivityTimedOut', 'activityTimedOut', undefined, undefined, timeout),
  };
}

function integrationEvents(names: JsonObject, region: string): TaskEvents {
  return {
    scheduled: (fiber, parameters, limits) =>
      fiber.emit('TaskScheduled', 'taskScheduled', undefined, parameters, { ...names, region, ...limits }),
    started: (fiber) => fiber.emit('TaskStarted', 'taskStarted', undefined, undefined, names),
    submitted: (fiber, output) => fiber.emit('TaskSubmitted', 'taskSubmitted', undefined, output, names),
    succeeded: (fiber, output) => fiber.emit('TaskSucceeded', 'taskSucceeded', undefined, output, names),
    failed: (fiber, failure) => fiber.emit('TaskFailed', 'taskFailed', undefined, undefined, { ...names, ...failure }),
    timedOut: (fiber) => fiber.emit('TaskTimedOut', 'taskTimedOut', undefined, undefined, { ...names, ...timeout }),
  };
}
