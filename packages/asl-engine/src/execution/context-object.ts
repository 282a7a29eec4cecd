import { isoInstant } from '../json/instant.ts';
import type { Json, JsonObject } from '../json/json.ts';
import type { ExecutionFacts } from './runtime.ts';

/** What `$$.Map.Item` shows within an iteration. */
export interface MapItem {
  readonly Index: number;
  readonly Value: Json;
  /** The member's name, when the items are those of an object. */
  readonly Key?: string;
  /** Where the item is from; a distributed Map shows it. */
  readonly Source?: string;
}

/** Where a fiber is, as far as the context object shows it. */
export interface StatePosition {
  readonly stateName: string;
  readonly stateType: string;
  /** Epoch milliseconds. */
  readonly enteredAt: number;
  readonly retryCount: number;
  readonly taskToken: string | undefined;
  readonly mapItem: MapItem | undefined;
}

/** The context object as AWS shows it in the state a fiber is in (Developer Guide, "Accessing the Context object"). */
export function buildContextObject(execution: ExecutionFacts, position: StatePosition): JsonObject {
  const { stateName, stateType, enteredAt, retryCount, taskToken, mapItem } = position;
  const state: Record<string, Json> = { Name: stateName, EnteredTime: isoInstant(enteredAt) };
  if (stateType === 'Task' || stateType === 'Parallel' || stateType === 'Map') state['RetryCount'] = retryCount;
  const context: Record<string, Json> = {
    Execution: {
      Id: execution.executionArn,
      Input: execution.input,
      StartTime: isoInstant(execution.startedAt),
      Name: execution.name,
      RoleArn: execution.roleArn,
      RedriveCount: execution.redriveCount,
      // Not there before the first redrive; an expression that reads it then finds nothing.
      ...(execution.redrivenAt !== undefined && { RedriveTime: isoInstant(execution.redrivenAt) }),
    },
    StateMachine: { Id: execution.stateMachineArn, Name: execution.stateMachineName },
    State: state,
  };
  if (taskToken !== undefined) context['Task'] = { Token: taskToken };
  if (mapItem) context['Map'] = { Item: { ...mapItem } };
  return context;
}
