import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';

/** The ARN of an execution of a machine by its name; of all of them for `*`. */
export function executionArnOf(machine: StateMachine, name: string): string {
  return Stack.of(machine).formatArn({
    service: 'states',
    resource: 'execution',
    resourceName: `${machine.stateMachineName}:${name}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
