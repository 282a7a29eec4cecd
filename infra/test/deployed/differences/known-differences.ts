import { emulatorAccount } from '../emulator-environment.ts';
import { danglingNext } from './dangling-next.ts';
import type { Difference } from './difference.ts';
import { noRedrive } from './no-redrive.ts';
import { refusedResource } from './refused-resource.ts';
import { retryLimits } from './retry-limits.ts';

const machine = `arn:aws:states:us-east-1:${emulatorAccount}:stateMachine:probe`;
const gradual = (type: string) =>
  `AWS has ${type}, for gradual releases; the tests of the template are all that proves them.`;

/** Where the pinned emulator differs from AWS in what the workflow relies on. Each is tried out, so that none outlives its cause. */
export const knownDifferences: readonly Difference[] = [
  retryLimits,
  noRedrive,
  danglingNext,
  refusedResource(
    'AWS has alarms on what is computed of several metrics; they are left out of the deployment below.',
    'AWS::CloudWatch::Alarm',
    {
      ComparisonOperator: 'GreaterThanThreshold',
      EvaluationPeriods: 1,
      Threshold: 1,
      Metrics: [
        { Id: 'twice', Expression: '2 * one' },
        {
          Id: 'one',
          MetricStat: { Metric: { Namespace: 'N', MetricName: 'M' }, Period: 60, Stat: 'Sum' },
          ReturnData: false,
        },
      ],
    },
  ),
  refusedResource(gradual('AWS::StepFunctions::StateMachineVersion'), 'AWS::StepFunctions::StateMachineVersion', {
    StateMachineArn: machine,
  }),
  refusedResource(gradual('AWS::StepFunctions::StateMachineAlias'), 'AWS::StepFunctions::StateMachineAlias', {
    Name: 'live',
    RoutingConfiguration: [{ StateMachineVersionArn: `${machine}:1`, Weight: 100 }],
  }),
  refusedResource(gradual('AWS::CodeDeploy::Application'), 'AWS::CodeDeploy::Application', {
    ComputePlatform: 'Lambda',
  }),
];
