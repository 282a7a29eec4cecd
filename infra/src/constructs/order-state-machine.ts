import type { StageFacts } from '@order-workflow/stage-kit';
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import {
  Choice,
  Condition,
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  LogLevel,
  QueryLanguage,
  type State,
  StateMachine,
  StateMachineType,
  Succeed,
  TaskInput,
  Timeout,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { CallAwsService, LambdaInvoke, SqsSendMessage } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import type { ParkPlan, PlannedState, StagePlan, StandingPlan } from '../composition/planned-state.ts';
import { assertHistoryFits } from '../policy/history-events.ts';
import {
  executionTimeoutSeconds,
  parkPatienceSeconds,
  retryOfStage,
  taskTimeoutSeconds,
} from '../policy/longest-run.ts';
import { transientErrors } from '../policy/retry-policies.ts';
import { type TimeLimits, timeLimits } from '../policy/time-limits.ts';
import type { WorkflowType } from '../policy/workflow-type.ts';
import { executionLogs, type LogKeeping } from './order-logs.ts';
import { retried } from './retried.ts';
import { connectStop, stopState } from './stop-state.ts';
import { useMachineKey } from './use-machine-key.ts';

export interface OrderStateMachineProps {
  readonly plan: readonly PlannedState[];
  readonly type: WorkflowType;
  /** The function of a stage. */
  readonly functionOf: (stage: StageFacts) => IFunction;
  /** Where notices wait that could not be published. */
  readonly undeliveredNotices: IQueue;
  readonly logs: LogKeeping;
  /** What it is for, for people. */
  readonly comment: string;
  /** The machine whose executions it stops, where its plan does. */
  readonly stops?: OrderStateMachine;
}

/** The state machine of a planned workflow. */
export class OrderStateMachine extends StateMachine {
  readonly logGroup: ILogGroup;

  constructor(scope: Construct, id: string, props: OrderStateMachineProps) {
    const { plan, type, logs, comment, stops } = props;
    const limits = timeLimits[type];
    assertHistoryFits(plan, limits);
    const states = new Map(plan.map((planned) => [planned.name, stateOf(scope, planned, props, limits)]));
    for (const planned of plan) connect(planned, (name) => found(states, name));
    const logGroup = executionLogs(scope, id, logs);
    super(scope, id, {
      comment,
      definitionBody: DefinitionBody.fromChainable(found(states, plan[0]?.name)),
      queryLanguage: QueryLanguage.JSONATA,
      stateMachineType: StateMachineType[type],
      timeout: Duration.seconds(executionTimeoutSeconds(plan, limits)),
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(logs.encryptionKey),
      tracingEnabled: true,
      logs: {
        destination: logGroup,
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    this.logGroup = logGroup;
    useMachineKey(this, logs.encryptionKey, this);
    // Who stops an execution writes why, under the key of that machine (StopExecution).
    if (stops) useMachineKey(this, logs.encryptionKey, stops);
  }

  /** The executions of this machine of any name, or of one: text of JSONata, which may hold references. */
  executionArn(name: string): string {
    return executionArnOf(this, name);
  }
}

function stateOf(
  scope: Construct,
  planned: PlannedState,
  { functionOf, undeliveredNotices, stops }: OrderStateMachineProps,
  limits: TimeLimits,
): State {
  switch (planned.kind) {
    case 'stage':
      return stageState(scope, planned, functionOf(planned.stage), limits);
    case 'standing':
      return Choice.jsonata(scope, planned.name);
    case 'placed':
      return Succeed.jsonata(scope, planned.name);
    case 'park':
      return parkState(scope, planned, undeliveredNotices, limits);
    case 'stop':
      return stopState(scope, planned, stops, limits);
    case 'wait':
      return Wait.jsonata(scope, planned.name, { time: WaitTime.duration(Duration.seconds(planned.seconds)) });
  }
}

function stageState(scope: Construct, planned: StagePlan, lambdaFunction: IFunction, limits: TimeLimits): LambdaInvoke {
  const { name, stage, payload, output, retried: faults } = planned;
  const state = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction,
    payload: TaskInput.fromText(payload),
    outputs: output,
    taskTimeout: Timeout.duration(Duration.seconds(taskTimeoutSeconds(stage, limits))),
    retryOnServiceExceptions: false,
  });
  const errors = [...transientErrors, ...faults];
  return retried(state, retryOfStage(planned, limits), errors);
}

function parkState(
  scope: Construct,
  { name, messageBody, output }: ParkPlan,
  queue: IQueue,
  limits: TimeLimits,
): SqsSendMessage {
  const state = SqsSendMessage.jsonata(scope, name, {
    queue,
    messageBody: TaskInput.fromText(messageBody),
    outputs: output,
    taskTimeout: Timeout.duration(Duration.seconds(limits.parkSeconds)),
  });
  return retried(state, limits.retryFor(parkPatienceSeconds), ['States.ALL']);
}

function connect(planned: PlannedState, stateNamed: (name: string) => State): void {
  const state = stateNamed(planned.name);
  if (planned.kind === 'standing') connectStanding(planned, state, stateNamed);
  else if (planned.kind === 'stage') connectStage(planned, state, stateNamed);
  else if (planned.kind === 'wait' && state instanceof Wait) state.next(stateNamed(planned.next));
  else if (planned.kind === 'stop' && state instanceof CallAwsService) connectStop(state, stateNamed(planned.next));
}

function connectStage({ next, catches }: StagePlan, state: State, stateNamed: (name: string) => State): void {
  if (!(state instanceof LambdaInvoke)) return;
  if (next !== undefined) state.next(stateNamed(next));
  for (const { errors, output, next: handler } of catches)
    state.addCatch(stateNamed(handler), { errors: [...errors], outputs: output });
}

function connectStanding(planned: StandingPlan, state: State, stateNamed: (name: string) => State): void {
  if (!(state instanceof Choice)) return;
  const { forward, otherwise } = planned;
  for (const { condition, output, next } of forward)
    state.when(Condition.jsonata(condition), stateNamed(next), { outputs: output });
  state.otherwise(stateNamed(otherwise));
}

function found(states: ReadonlyMap<string, State>, name: string | undefined): State {
  const state = states.get(name ?? '');
  if (!state) throw new RangeError(`the plan leads to "${name}", which is none of its states`);
  return state;
}

/** The ARN of an execution of a machine by its name; of all of them for `*`. */
export function executionArnOf(machine: StateMachine, name: string): string {
  return Stack.of(machine).formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${machine.stateMachineName}:${name}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
