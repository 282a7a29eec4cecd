import type { StageFacts } from '@order-workflow/order-domain';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface StageRoleProps {
  readonly stage: StageFacts;
  readonly logGroup: ILogGroup;
  readonly notifications: ITopic;
  readonly encryptionKey: IKey;
}

/** What a stage's function may do: write its own log, and what its manifest asks for. Tracing is added by the function. */
export class StageRole extends Role {
  constructor(scope: Construct, { stage, logGroup, notifications, encryptionKey }: StageRoleProps) {
    super(scope, `${stage.functionName}Role`, {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `${stage.stateName}: a stage of the order workflow`,
    });
    logGroup.grantWrite(this);
    if (stage.access.notifications === 'publish') {
      this.addToPolicy(new PolicyStatement({ actions: ['sns:Publish'], resources: [notifications.topicArn] }));
      // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
      this.addToPolicy(
        new PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [encryptionKey.keyArn] }),
      );
    }
  }
}
