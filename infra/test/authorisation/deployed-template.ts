import type { Template } from 'aws-cdk-lib/assertions';
import { list, type PolicyDocument } from './policy.ts';

export const account = '111122223333';
export const region = 'eu-central-1';

// biome-ignore lint/suspicious/noExplicitAny: a test looks into a template as a reader of JSON does
type Json = any;

export interface DeployedResource {
  readonly id: string;
  readonly type: string;
  readonly arn: string;
  readonly properties: Json;
}

/** A template as CloudFormation would deploy it: no reference is left, and what it names itself has a name as it gives them. */
export interface DeployedTemplate {
  readonly resources: readonly DeployedResource[];
  ofType(type: string): readonly DeployedResource[];
  byArn(arn: string): DeployedResource | undefined;
  /** The key that encrypts a topic, a queue or a table. */
  keyOf(arn: string): string | undefined;
  /** The policies attached to a role. */
  identityOf(roleArn: string): readonly PolicyDocument[];
  /** The policy of a topic, a queue or a key. */
  policyOf(arn: string): PolicyDocument | undefined;
  /** What it tells other stacks, by the outputs' names. */
  outputs(): Readonly<Record<string, unknown>>;
}

/** What a stack uses and does not make: topics, queues, tables and keys of elsewhere in the account, by ARN. */
export type Elsewhere = Readonly<
  Record<string, { readonly KmsMasterKeyId?: string; readonly policy?: PolicyDocument }>
>;

/** `parameters` are the stack's, by name; the others have their defaults. */
export function deployed(
  template: Template,
  {
    parameters = {},
    elsewhere = {},
  }: { readonly parameters?: Readonly<Record<string, string>>; readonly elsewhere?: Elsewhere } = {},
): DeployedTemplate {
  const { Resources = {}, Conditions = {}, Parameters = {}, Outputs = {} }: Json = template.toJSON();
  const pseudo: Readonly<Record<string, string | undefined>> = {
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': 'OrderWorkflow-test',
    'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/OrderWorkflow-test/1-2-3`,
    'AWS::NoValue': undefined,
  };

  function reference(name: string): unknown {
    if (name in pseudo) return pseudo[name];
    if (name in Parameters) return parameters[name] ?? String(Parameters[name].Default ?? '');
    const { Type } = Resources[name] ?? unknown('reference', name);
    return byName.has(Type) ? physicalName(name) : arnOf(name);
  }

  function physicalName(id: string): string {
    const { Type, Properties = {} } = Resources[id];
    const given = Object.entries(Properties).find(([key]) => nameProperties.has(key))?.[1];
    if (given !== undefined) return resolve(given);
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html; a state machine's
    // has no name of the stack before it, and is cut off to 80 characters.
    return Type === 'AWS::StepFunctions::StateMachine'
      ? `${id.slice(0, 67)}-Ab3dEf6hIj9l`
      : `OrderWorkflow-test-${id}-AB3DEF6HIJ9L`;
  }

  function arnOf(id: string): string {
    const { Type, Properties = {} } = Resources[id];
    const arn = (service: string, resource: string, where = region) =>
      `arn:aws:${service}:${where}:${account}:${resource}`;
    const name = physicalName(id);
    switch (Type) {
      case 'AWS::IAM::Role':
        return arn('iam', `role/${name}`, '');
      case 'AWS::SNS::Topic':
        return arn('sns', name);
      case 'AWS::SQS::Queue':
        return arn('sqs', name);
      case 'AWS::DynamoDB::Table':
        return arn('dynamodb', `table/${name}`);
      case 'AWS::KMS::Key':
        return arn('kms', `key/${id}`);
      case 'AWS::Logs::LogGroup':
        return arn('logs', `log-group:${name}:*`);
      case 'AWS::StepFunctions::StateMachine':
        return arn('states', `stateMachine:${name}`);
      case 'AWS::CloudWatch::Alarm':
        return arn('cloudwatch', `alarm:${name}`);
      case 'AWS::Events::Rule':
        return arn('events', `rule/${name}`);
      case 'AWS::Lambda::Function':
        return arn('lambda', `function:${name}`);
      case 'AWS::Lambda::Alias':
        return `${resolve(Properties.FunctionName)}:${Properties.Name}`.replace(
          /^(?!arn:)/,
          arn('lambda', 'function:'),
        );
      default:
        return arn('other', `${Type}/${id}`);
    }
  }

  function condition(name: string): boolean {
    return truth(Conditions[name] ?? unknown('condition', name));
  }

  function truth(value: Json): boolean {
    const [[kind, of]] = Object.entries(value) as [[string, Json]];
    switch (kind) {
      case 'Condition':
        return condition(of);
      case 'Fn::Not':
        return !truth(of[0]);
      case 'Fn::And':
        return of.every(truth);
      case 'Fn::Or':
        return of.some(truth);
      case 'Fn::Equals':
        return String(resolve(of[0])) === String(resolve(of[1]));
      default:
        return unknown('condition function', kind);
    }
  }

  function resolve(value: Json): Json {
    if (Array.isArray(value)) return value.map(resolve).filter((one) => one !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const [[kind, of] = ['', undefined], ...more] = Object.entries(value) as [string, Json][];
    if (more.length > 0 || !/^(Ref|Fn::.*)$/.test(kind))
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, inner]) => [key, resolve(inner)])
          .filter(([, inner]) => inner !== undefined),
      );
    switch (kind) {
      case 'Ref':
        return reference(of);
      case 'Fn::GetAtt':
        return /Arn$/.test(of[1]) ? arnOf(of[0]) : /Name$/.test(of[1]) ? physicalName(of[0]) : `${of[0]}.${of[1]}`;
      case 'Fn::Join':
        return list<string>(resolve(of[1])).join(of[0]);
      case 'Fn::Sub':
        return String(of).replace(/\$\{([^}]+)\}/g, (_, name: string) => String(reference(name)));
      case 'Fn::Select':
        return resolve(of[1])[Number(of[0])];
      case 'Fn::Split':
        return String(resolve(of[1])).split(of[0]);
      case 'Fn::If':
        return resolve(condition(of[0]) ? of[1] : of[2]);
      default:
        return unknown('function', kind);
    }
  }

  const resources = Object.entries(Resources as Record<string, Json>)
    .filter(([, { Condition }]) => Condition === undefined || condition(Condition))
    .map(([id, { Type, Properties = {} }]) => ({ id, type: Type, arn: arnOf(id), properties: resolve(Properties) }));
  const ofType = (type: string) => resources.filter((one) => one.type === type);
  const byArn = (arn: string) => resources.find((one) => one.arn === arn);

  return {
    resources,
    ofType,
    byArn,
    outputs: () => Object.fromEntries(Object.entries<Json>(Outputs).map(([name, { Value }]) => [name, resolve(Value)])),
    keyOf(arn) {
      const { KmsMasterKeyId, SSESpecification } = byArn(arn)?.properties ?? elsewhere[arn] ?? {};
      return KmsMasterKeyId ?? SSESpecification?.KMSMasterKeyId;
    },
    identityOf(roleArn) {
      const role = byArn(roleArn) ?? unknown('role', roleArn);
      const inline = (role.properties.Policies ?? []).map(({ PolicyDocument }: Json) => PolicyDocument);
      const attached = ofType('AWS::IAM::Policy').filter(({ properties }) =>
        properties.Roles.some((name: string) => roleArn.endsWith(`role/${name}`)),
      );
      return [...inline, ...attached.map(({ properties }) => properties.PolicyDocument)];
    },
    policyOf(arn) {
      if (arn in elsewhere) return elsewhere[arn]?.policy;
      const key = byArn(arn);
      if (key?.type === 'AWS::KMS::Key') return key.properties.KeyPolicy;
      const policies = resources.filter(
        ({ type, properties }) =>
          (type === 'AWS::SNS::TopicPolicy' && list<string>(properties.Topics).includes(arn)) ||
          (type === 'AWS::SQS::QueuePolicy' && list<string>(properties.Queues).includes(arn)),
      );
      // The last one that is written replaces the others, and nobody knows which that is.
      if (policies.length > 1) throw new RangeError(`${arn} has ${policies.length} policies, expected one`);
      return policies[0]?.properties.PolicyDocument;
    },
  };
}

/** What a reference to a resource gives: its name here, its ARN elsewhere. */
const byName: ReadonlySet<string> = new Set([
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::Logs::LogGroup',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::Events::Rule',
  'AWS::Lambda::Function',
  'AWS::KMS::Key',
  'AWS::DynamoDB::Table',
  'AWS::CodeDeploy::Application',
  'AWS::CodeDeploy::DeploymentGroup',
]);

const nameProperties: ReadonlySet<string> = new Set(['LogGroupName', 'StateMachineName', 'RoleName', 'AlarmName']);

function unknown(what: string, name: string): never {
  throw new RangeError(`${what} "${name}" of a template is not known to this test`);
}
