import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Construct } from 'constructs';
import type { StageFunction } from '../constructs/stage-function.ts';
import { releaseAlarms } from './release-alarms.ts';
import { ReleaseRole } from './release-role.ts';

/**
 * Releases functions gradually: a new version gets a tenth of the calls for ten minutes, and the alias goes back to the old
 * one when the stage's own alarms ring meanwhile.
 */
export class GradualFunctions extends Construct {
  constructor(scope: Construct, id: string, functions: Iterable<StageFunction>) {
    super(scope, id);
    const application = new LambdaApplication(this, 'Application');
    const watched = [...functions].map((stage) => ({ stage, alarms: releaseAlarms(this, stage) }));
    const { role, policy } = new ReleaseRole(
      this,
      'CodeDeploy',
      watched.map(({ stage }) => stage),
      watched.flatMap(({ alarms }) => alarms),
    );
    for (const { stage, alarms } of watched) {
      const group = new LambdaDeploymentGroup(this, stage.node.id, {
        application,
        role,
        alias: stage.live,
        deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_10MINUTES,
        alarms,
        autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
      });
      group.node.addDependency(policy);
    }
  }
}
