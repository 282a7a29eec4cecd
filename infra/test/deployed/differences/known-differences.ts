import { emulatorAccount } from '../emulator-environment.ts';
import { danglingNext } from './dangling-next.ts';
import type { Difference } from './difference.ts';
import { noRedrive } from './no-redrive.ts';
import { retryLimits } from './retry-limits.ts';
import { unknownResourceType } from './unknown-resource-type.ts';

const machine = `arn:aws:states:us-east-1:${emulatorAccount}:stateMachine:probe`;

/** Where the pinned emulator differs from AWS in what the workflow relies on. Each is tried out, so that none outlives its cause. */
export const knownDifferences: readonly Difference[] = [
  retryLimits,
  noRedrive,
  danglingNext,
  unknownResourceType('AWS::StepFunctions::StateMachineVersion', { StateMachineArn: machine }),
  unknownResourceType('AWS::StepFunctions::StateMachineAlias', {
    Name: 'live',
    RoutingConfiguration: [{ StateMachineVersionArn: `${machine}:1`, Weight: 100 }],
  }),
  unknownResourceType('AWS::CodeDeploy::Application', { ComputePlatform: 'Lambda' }),
];
