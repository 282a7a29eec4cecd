import { CfnCondition, Fn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** The condition that a parameter differs from its default, made once in a scope, whoever asks first. */
export function sharedCondition(scope: Construct, id: string, value: string | number, byDefault: string | number) {
  const found = scope.node.tryFindChild(id);
  if (found instanceof CfnCondition) return found;
  return new CfnCondition(scope, id, { expression: Fn.conditionNot(Fn.conditionEquals(value, byDefault)) });
}
