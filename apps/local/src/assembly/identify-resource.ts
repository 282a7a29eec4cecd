import { isJsonObject } from '../json/json-object.ts';
import { localAccount } from './assembly.ts';

/** How a resource is known on this machine: what `Ref` and `Fn::GetAtt` give for it. */
export interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a resource says about itself, with its references resolved. */
export interface Named {
  readonly type: string;
  /** The name that the template gives, or the one made from stack and logical id. */
  readonly name: string;
  /** Resolves a property of the resource; undefined when it has none of that name. */
  property(name: string): unknown;
}

const { accountId, region, urlSuffix } = localAccount;
const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${accountId}:${resource}`;
const globalArn = (service: string, resource: string) => `arn:aws:${service}::${accountId}:${resource}`;

/** The property that names a resource of a type. */
export const nameProperties: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  'AWS::SES::ConfigurationSet': 'Name',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::Lambda::Alias': 'Name',
  'AWS::StepFunctions::StateMachineAlias': 'Name',
};

const identities: Readonly<Record<string, (resource: Named) => Identity>> = {
  'AWS::Lambda::Function': ({ name }) => ({ ref: name, attributes: { Arn: functionArn(name) } }),
  'AWS::Lambda::Version': (version) => qualified(functionArn(String(version.property('FunctionName'))), '1'),
  'AWS::Lambda::Alias': (alias) => qualified(functionArn(String(alias.property('FunctionName'))), alias.name),
  'AWS::SNS::Topic': ({ name }) => ({
    ref: arn('sns', name),
    attributes: { TopicArn: arn('sns', name), TopicName: name },
  }),
  'AWS::SQS::Queue': ({ name }) => {
    const url = `https://sqs.${region}.${urlSuffix}/${accountId}/${name}`;
    return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::SecretsManager::Secret': ({ name }) => ({ ref: arn('secretsmanager', `secret:${name}`), attributes: {} }),
  'AWS::StepFunctions::StateMachine': ({ name }) => {
    const stateMachineArn = arn('states', `stateMachine:${name}`);
    return { ref: stateMachineArn, attributes: { Arn: stateMachineArn, Name: name } };
  },
  'AWS::StepFunctions::StateMachineVersion': (version) => qualified(String(version.property('StateMachineArn')), '1'),
  'AWS::StepFunctions::StateMachineAlias': (alias) => qualified(routedMachine(alias), alias.name),
  'AWS::SES::ConfigurationSet': ({ name }) => ({ ref: name, attributes: {} }),
  'AWS::IAM::Role': ({ name }) => ({ ref: name, attributes: { Arn: globalArn('iam', `role/${name}`), RoleId: name } }),
  'AWS::Logs::LogGroup': ({ name }) => ({ ref: name, attributes: { Arn: `${arn('logs', `log-group:${name}`)}:*` } }),
};

/** The identity of a resource; undefined for a type that this machine has no stand-in for. */
export function identifyResource(resource: Named): Identity | undefined {
  return identities[resource.type]?.(resource);
}

function table({ name }: Named): Identity {
  return { ref: name, attributes: { Arn: arn('dynamodb', `table/${name}`) } };
}

/** The ARN of a function that is given by name or already by ARN. */
function functionArn(nameOrArn: string): string {
  return nameOrArn.startsWith('arn:') ? nameOrArn : arn('lambda', `function:${nameOrArn}`);
}

function qualified(target: string, qualifier: string): Identity {
  const ref = `${target}:${qualifier}`;
  return {
    ref,
    attributes: { Arn: ref, AliasArn: ref, FunctionArn: ref, StateMachineVersionArn: ref, Version: qualifier },
  };
}

/** The machine behind an alias of one: its routes name versions of it. */
function routedMachine(alias: Named): string {
  const deployment = alias.property('DeploymentPreference');
  const routing = alias.property('RoutingConfiguration');
  const route: unknown = Array.isArray(routing) ? routing[0] : deployment;
  const version = isJsonObject(route) ? route['StateMachineVersionArn'] : undefined;
  return String(version).replace(/:\d+$/, '');
}
