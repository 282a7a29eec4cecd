import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  CfnStateMachine,
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  LogLevel,
  Map as MapState,
  ProvideItems,
  QueryLanguage,
  StateMachine,
  TaskInput,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { steadilyFor } from '../policy/retry-policies.ts';
import { acknowledge } from './acknowledgements.ts';
import { machineNoteKey } from './cancellation-machine.ts';
import { executionLogs, type LogKeeping } from './order-logs.ts';
import { executionArnOf } from './order-state-machine.ts';
import { retried } from './retried.ts';
import { useMachineKey } from './use-machine-key.ts';

export interface BatchMachineProps {
  readonly placePart: IFunction;
  /** Seconds that the function has for a part. */
  readonly partSeconds: number;
  readonly logs: LogKeeping;
}

/** Parts that are placed at once, eight lines of each: what is left of the account's quota of starts is for other callers. */
const partsAtOnce = 4;

/** Seconds for which a part is tried, however fast each try fails. */
const patienceSeconds = 6 * 3600;

/** Any longer, and nobody would have looked: tries of parts that come one after the other add up. */
const longestDays = 14;

/**
 * The state machine that places batches, part by part. Its executions hold ids and counts, and no order: those are in the table of
 * batches. The note in its metadata says what it is to whoever runs what was synthesized somewhere else.
 */
export class BatchMachine extends StateMachine {
  constructor(scope: Construct, id: string, { placePart, partSeconds, logs }: BatchMachineProps) {
    const place = LambdaInvoke.jsonata(scope, 'Place Part', {
      lambdaFunction: placePart,
      payload: TaskInput.fromText('{% $states.input %}'),
      outputs: '{% $states.result.Payload.answered %}',
      taskTimeout: Timeout.duration(Duration.seconds(partSeconds + 5)),
      retryOnServiceExceptions: false,
    });
    const parts = MapState.jsonata(scope, 'Place Parts', {
      items: ProvideItems.jsonata('{% [1..$states.input.parts] %}'),
      itemSelector: { batchId: '{% $states.input.batchId %}', part: '{% $states.context.Map.Item.Value %}' },
      maxConcurrency: partsAtOnce,
      outputs: '{% $states.input %}',
    }).itemProcessor(retried(place, steadilyFor(patienceSeconds), ['States.ALL']));
    super(scope, id, {
      comment: 'places batches of orders, part by part',
      definitionBody: DefinitionBody.fromChainable(parts),
      queryLanguage: QueryLanguage.JSONATA,
      timeout: Duration.days(longestDays),
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(logs.encryptionKey),
      tracingEnabled: true,
      logs: { destination: executionLogs(scope, id, logs), level: LogLevel.ALL, includeExecutionData: false },
    });
    useMachineKey(this, logs.encryptionKey, this);
    const { defaultChild } = this.node;
    if (defaultChild instanceof CfnStateMachine) defaultChild.addMetadata(machineNoteKey, 'batches');
    acknowledge(this, 'stateMachine');
  }

  executionArn(name: string): string {
    return executionArnOf(this, name);
  }
}
