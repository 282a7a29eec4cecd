import { CfnParameter, type CfnParameterProps, type Stack } from 'aws-cdk-lib';
import { type CompleteWorkflow, stagesOf } from '../composition/workflow.ts';
import { acknowledge } from '../constructs/acknowledgements.ts';

/** The settings of a workflow by the names in its functions' environment. */
export interface SettingParameters {
  /** References to the parameters. */
  readonly references: Readonly<Record<string, string>>;
  /** What the parameters are known to be. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * A parameter of the stack for every setting that a manifest names: `PAYMENT_GATEWAY_URL` becomes `PaymentGatewayUrl`,
 * empty unless a deployment sets it. So the same template runs with a gateway and without. A secret's parameter takes
 * its ARN, never its text, and an event bus's its name. `known` are the values that a deployment will set, by parameter.
 */
export function settingParameters(
  stack: Stack,
  workflow: CompleteWorkflow,
  known: Readonly<Record<string, string>>,
): SettingParameters {
  const stages = stagesOf(workflow);
  const settings = [...new Set(stages.flatMap(({ settings }) => settings))];
  const secrets = [...new Set(stages.flatMap(({ access }) => access.secret ?? []))];
  const buses = [...new Set(stages.flatMap(({ access }) => access.eventBus ?? []))];
  acknowledge(stack, 'secretArns');
  return {
    references: Object.fromEntries([
      ...settings.map((name) => [name, parameter(stack, name, name.endsWith('_SENDER') ? address : {}).valueAsString]),
      ...secrets.map((name) => [name, parameter(stack, name, secretArn).valueAsString]),
      ...buses.map((name) => [name, parameter(stack, name, busName).valueAsString]),
    ]),
    values: Object.fromEntries(
      [...settings, ...secrets, ...buses].map((name) => [name, known[parameterId(name)] ?? '']),
    ),
  };
}

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html, the whole ARN with its ending */
const secretArn = {
  allowedPattern: '(arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+-[A-Za-z0-9]{6})?',
  constraintDescription: 'the ARN of a secret, with the six characters at its end',
};

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html, `EventBusName`, without an ARN */
const busName = {
  allowedPattern: '[/._A-Za-z0-9-]{0,256}',
  constraintDescription: 'the name of an event bus of this account and region: default',
};

/** What a deployment may write letters from: an address alone, without a name before it. */
const address = {
  allowedPattern: "([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+)?",
  constraintDescription: 'an e-mail address that Amazon SES has verified, or whose domain it has: orders@example.com',
};

function parameter(stack: Stack, name: string, limits: CfnParameterProps = {}): CfnParameter {
  const description = `${name} of the stages that use it`;
  return new CfnParameter(stack, parameterId(name), { type: 'String', default: '', description, ...limits });
}

function parameterId(name: string): string {
  return name
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
