import type { Json } from '../json/json.ts';
import type { ActivityPool } from './activity-pool.ts';
import type { ChangeMapRun, MapRunReport } from './map-run-report.ts';
import type { InvokeLambda, TaskIntegration } from './task-handler.ts';

/** Where the tasks of an execution are done: what a host gives. */
export interface TaskHost {
  /** Runs Lambda functions: `lambda:invoke` and function ARNs. */
  readonly invokeLambda?: InvokeLambda;
  /** Service integrations by what stands after `arn:aws:states:::`, as `sqs:sendMessage`, without `.sync` or `.waitForTaskToken`. */
  readonly integrations?: Readonly<Record<string, TaskIntegration>>;
  /** Finds an integration that `integrations` does not have, by the same name; undefined when there is none. */
  readonly findIntegration?: (key: string) => TaskIntegration | undefined;
  /** Where Task states whose resource is an activity's ARN wait for workers. */
  readonly activities?: ActivityPool;
  /**
   * Told how a Map Run stands: when it begins, whenever a child execution begins or ends, and when it ends. It must not throw.
   * `change` changes how it goes on.
   */
  readonly onMapRun?: (run: MapRunReport, change: ChangeMapRun) => void;
  /** Says what tasks give, or fail with, without a call of what their Resource names. */
  readonly mockTask?: MockTask;
  /**
   * Told which way an execution takes: each state that is entered (`place` is empty), and where it goes by a rule, `Choices[1]`,
   * `Default`, `Retry[0]`, `Catch[0]`. It must not throw.
   */
  readonly onTaken?: (state: string, place: string) => void;
}

/** The host's integration of this name, as `sqs:sendMessage`; undefined when it has none. */
export function integrationOf(
  { integrations = {}, findIntegration }: TaskHost,
  key: string,
): TaskIntegration | undefined {
  return Object.hasOwn(integrations, key) ? integrations[key] : findIntegration?.(key);
}

/** What a task gives, or fails with, instead of calling anything. */
export type MockedTask =
  | { readonly kind: 'return'; readonly output: Json }
  | { readonly kind: 'throw'; readonly error: string | undefined; readonly cause: string | undefined };

/** Says of a state's attempt what it gives without a call; undefined when it calls what its Resource names. */
export type MockTask = (stateName: string, retryCount: number) => MockedTask | undefined;
