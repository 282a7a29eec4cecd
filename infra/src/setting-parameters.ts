import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { type CompleteWorkflow, stagesOf } from './composition/workflow.ts';

/**
 * A parameter of the stack for every setting that a manifest names: `PAYMENT_GATEWAY_URL` becomes `PaymentGatewayUrl`,
 * empty unless a deployment sets it. So the same template runs with a gateway and without.
 */
export function settingParameters(stack: Stack, workflow: CompleteWorkflow): Record<string, string> {
  const names = new Set(stagesOf(workflow).flatMap(({ settings }) => settings));
  return Object.fromEntries([...names].map((name) => [name, parameter(stack, name).valueAsString]));
}

function parameter(stack: Stack, name: string): CfnParameter {
  const id = name
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return new CfnParameter(stack, id, { type: 'String', default: '', description: `${name} of the stages that use it` });
}
