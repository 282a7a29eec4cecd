import { Duration } from 'aws-cdk-lib';
import { CfnStateMachine, CfnStateMachineAlias, CfnStateMachineVersion } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { OrderStateMachine } from '../constructs/order-state-machine.ts';
import { releaseAlarm } from './release-alarms.ts';

/**
 * Releases the definition gradually: each change is a version, and an alias gives it a tenth of the new executions for
 * ten minutes. An execution keeps the version that it began with.
 * https://docs.aws.amazon.com/step-functions/latest/dg/version-rolling-deployment.html
 */
export class GradualStateMachine extends Construct {
  /** Where executions are started. */
  readonly aliasArn: string;

  constructor(scope: Construct, id: string, stateMachine: OrderStateMachine) {
    super(scope, id);
    const machine = stateMachine.node.defaultChild;
    if (!(machine instanceof CfnStateMachine)) throw new TypeError(`${stateMachine.node.path} is no state machine`);
    const version = new CfnStateMachineVersion(this, 'Version', {
      stateMachineArn: stateMachine.stateMachineArn,
      // A changed definition is another revision, and another revision replaces this resource by a new version.
      stateMachineRevisionId: machine.attrStateMachineRevisionId,
    });
    const failed = stateMachine.metricFailed({ period: Duration.minutes(1) });
    const failing = releaseAlarm(this, 'Failing', failed, 1);
    const alias = new CfnStateMachineAlias(this, 'Live', {
      name: 'live',
      deploymentPreference: {
        stateMachineVersionArn: version.attrArn,
        type: 'CANARY',
        percentage: 10,
        interval: 10,
        alarms: [failing.alarmName],
      },
    });
    this.aliasArn = alias.attrArn;
  }
}
