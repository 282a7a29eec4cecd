import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledgements.ts';
import type { StageFunction } from '../stage-function.ts';
import { releaseAlarms } from './release-alarms.ts';

/**
 * Releases functions gradually: a new version gets a tenth of the calls for ten minutes, and the alias goes back to the old
 * one when the stage's own alarms ring meanwhile.
 */
export class GradualFunctions extends Construct {
  constructor(scope: Construct, id: string, functions: Iterable<StageFunction>) {
    super(scope, id);
    const application = new LambdaApplication(this, 'Application');
    for (const stage of functions) {
      const group = new LambdaDeploymentGroup(this, stage.node.id, {
        application,
        alias: stage.live,
        deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_10MINUTES,
        alarms: releaseAlarms(this, stage),
        autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: true },
      });
      acknowledge(group, 'deploymentGroups');
    }
  }
}
