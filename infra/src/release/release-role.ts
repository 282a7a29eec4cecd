import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { type IRole, Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { StageFunction } from '../constructs/stage-function.ts';

/**
 * What CodeDeploy takes to move the aliases of these functions: to see and to move each, and to look at the alarms of their
 * releases. AWS's own policy for it is for every function of the account.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRoleForLambdaLimited.html
 */
export class ReleaseRole extends Construct {
  /** The CDK would add AWS's policy to a role that it may change. */
  readonly role: IRole;
  readonly policy: Policy;

  constructor(scope: Construct, id: string, functions: readonly StageFunction[], alarms: readonly Alarm[]) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
      description: 'Releases the stages of the order workflow',
    });
    this.policy = new Policy(this, 'Policy', {
      roles: [role],
      statements: [
        new PolicyStatement({
          actions: ['lambda:GetAlias', 'lambda:UpdateAlias', 'lambda:GetProvisionedConcurrencyConfig'],
          resources: functions.flatMap((stage) => [stage.functionArn, stage.live.functionArn]),
        }),
        new PolicyStatement({
          actions: ['cloudwatch:DescribeAlarms'],
          resources: alarms.map(({ alarmArn }) => alarmArn),
        }),
      ],
    });
    this.role = role.withoutPolicyUpdates();
  }
}
