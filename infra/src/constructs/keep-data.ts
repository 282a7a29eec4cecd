import { RemovalPolicies, RemovalPolicy } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What orders can rest in, and what is needed to read it: the history of executions goes with its state machine. */
const holdsData = [
  'AWS::KMS::Key',
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::DynamoDB::Table',
  'AWS::DynamoDB::GlobalTable',
  'AWS::SecretsManager::Secret',
  'AWS::Logs::LogGroup',
  'AWS::StepFunctions::StateMachine',
];

/** Says what becomes of what holds data when its stack is deleted. Everything else goes with the stack. */
export function keepData(scope: IConstruct, removalPolicy: RemovalPolicy): void {
  const policies = RemovalPolicies.of(scope);
  policies.apply(removalPolicy, { applyToResourceTypes: holdsData });
  policies.apply(RemovalPolicy.DESTROY, { excludeResourceTypes: holdsData });
}
