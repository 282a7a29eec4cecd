import { CfnParameter, CfnRule, Fn, type Stack } from 'aws-cdk-lib';
import { type CompleteWorkflow, stagesOf } from '../composition/workflow.ts';
import type { DeploymentEnvironment } from './deployment-environment.ts';

/** The settings of a workflow that are the address of a service, as its manifests name them: `PAYMENT_GATEWAY_URL`. */
export function serviceAddresses(workflow: CompleteWorkflow): readonly string[] {
  const settings = stagesOf(workflow).flatMap((stage) => stage.settings);
  return [...new Set(settings.filter((name) => name.endsWith('_URL')))];
}

/**
 * Lets CloudFormation refuse what `judgeServices` refuses, whoever deploys the template: all addresses or none, in prod all
 * unless `SimulatedServices` says yes, and never both. `addresses` are references to their parameters.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function serviceRules(stack: Stack, { name }: DeploymentEnvironment, addresses: readonly string[]): void {
  const simulated = new CfnParameter(stack, 'SimulatedServices', {
    type: 'String',
    default: 'no',
    allowedValues: ['no', 'yes'],
    description: 'yes: payments and parcels are simulated, knowingly; no address of a service is given then',
  });
  if (addresses.length === 0) return;
  const isYes = () => Fn.conditionEquals(simulated.valueAsString, 'yes');
  const all = () => Fn.conditionAnd(...addresses.map((address) => Fn.conditionNot(Fn.conditionEquals(address, ''))));
  const none = () => Fn.conditionAnd(...addresses.map((address) => Fn.conditionEquals(address, '')));
  const rule = (id: string, assert: ReturnType<typeof all>, assertDescription: string) =>
    new CfnRule(stack, id, { assertions: [{ assert, assertDescription }] });
  rule('ServicesTogether', Fn.conditionOr(all(), none()), 'Give the addresses of all services, or of none.');
  rule(
    'ServicesKnown',
    Fn.conditionOr(Fn.conditionNot(isYes()), none()),
    'SimulatedServices is yes, so give no address of a service.',
  );
  if (name === 'prod')
    rule(
      'ServicesReal',
      Fn.conditionOr(isYes(), all()),
      'In prod give the addresses of all services, or SimulatedServices=yes if you mean it.',
    );
}
