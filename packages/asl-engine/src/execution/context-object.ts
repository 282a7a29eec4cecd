import { isoInstant } from '../json/instant.ts';
import type { Json } from '../json/json.ts';
import type { Fiber } from './fiber.ts';

/** What `$$.Map.Item` shows within an iteration. */
export interface MapItem {
  readonly Index: number;
  readonly Value: Json;
}

/** The context object as AWS shows it in the state a line is in (Developer Guide, "Accessing the Context object"). */
export function buildContextObject(fiber: Fiber): Json {
  const { run } = fiber;
  const state: Record<string, Json> = { Name: fiber.stateName, EnteredTime: isoInstant(fiber.enteredAt) };
  if (fiber.stateType === 'Task' || fiber.stateType === 'Parallel' || fiber.stateType === 'Map')
    state['RetryCount'] = fiber.retryCount;
  const context: Record<string, Json> = {
    Execution: {
      Id: run.executionArn,
      Input: run.input,
      StartTime: isoInstant(run.startedAt),
      Name: run.name,
      RoleArn: run.roleArn,
      RedriveCount: run.redriveCount,
    },
    StateMachine: { Id: run.stateMachineArn, Name: run.stateMachineName },
    State: state,
  };
  if (fiber.taskToken !== undefined) context['Task'] = { Token: fiber.taskToken };
  if (fiber.mapItem) context['Map'] = { Item: { Index: fiber.mapItem.Index, Value: fiber.mapItem.Value } };
  return context;
}
