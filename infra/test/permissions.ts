import { template } from './synthesized.ts';

type Json = unknown;

interface Statement {
  readonly Effect: string;
  readonly Principal?: string | Record<string, Json>;
  readonly Action: string | string[];
  readonly Resource?: Json;
  readonly Condition?: Record<string, Record<string, Json>>;
}

interface Policy {
  readonly Statement: readonly Statement[];
}

interface Resource {
  readonly Type: string;
  /** As far as permissions are said in it. */
  readonly Properties: {
    readonly Roles?: readonly Json[];
    readonly ManagedPolicyArns?: readonly Json[];
    readonly Topics?: Json;
    readonly Queues?: Json;
    readonly PolicyDocument?: Policy;
    readonly AssumeRolePolicyDocument?: Policy;
    readonly KeyPolicy?: Policy;
  };
}

export const resources = Object.entries(template.toJSON()['Resources'] as Record<string, Resource>);

/** `OrdersValidateOrderFunctionRole` instead of a hash that nobody can read. */
const readable = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

function text(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(text).join(' ');
  if ('Ref' in value) return readable(String(value.Ref));
  if ('Fn::GetAtt' in value) return readable((value['Fn::GetAtt'] as [string])[0]);
  if ('Fn::Join' in value) return (value['Fn::Join'] as [string, Json[]])[1].map(text).join('');
  if ('Fn::Select' in value) return `part ${text(value['Fn::Select'])}`;
  if ('Fn::Split' in value) return `of ${text((value['Fn::Split'] as Json[])[1])}`;
  throw new RangeError(`a policy says ${JSON.stringify(value)}, which is not known to this test`);
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

/** One line for each action, caller and resource of each statement of somebody's policy. */
function lines(whose: string, { Statement }: Policy = { Statement: [] }): readonly string[] {
  return Statement.flatMap(({ Effect, Principal, Action, Resource, Condition }) => {
    const callers = Principal === undefined ? [''] : callersOf(Principal).map((caller) => ` to ${caller}`);
    const places = Resource === undefined ? [''] : list(Resource).map((resource) => ` on ${text(resource)}`);
    return list(Action).flatMap((action) =>
      callers.flatMap((caller) =>
        places.map((place) => `${whose}: ${Effect} ${action}${caller}${place}${conditionText(Condition)}`),
      ),
    );
  });
}

function callersOf(principal: string | Record<string, Json>): readonly string[] {
  if (typeof principal === 'string') return [principal];
  return Object.values(principal).flatMap((of) => list(of).map(text));
}

function conditionText(condition: Statement['Condition'] = {}): string {
  const tests = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => `${operator} ${key} ${text(value)}`),
  );
  return tests.length > 0 ? ` if ${tests.sort().join(' and ')}` : '';
}

/** What the policies of roles, topics, queues and keys say, and who may take a role. */
export const permissions: readonly string[] = resources
  .flatMap(([id, { Type, Properties }]) => {
    switch (Type) {
      case 'AWS::IAM::Policy':
        return (Properties.Roles ?? []).flatMap((role) => lines(text(role), Properties.PolicyDocument));
      case 'AWS::IAM::Role':
        return lines(readable(id), Properties.AssumeRolePolicyDocument);
      case 'AWS::SNS::TopicPolicy':
      case 'AWS::SQS::QueuePolicy':
        return lines(`${text(Properties.Topics ?? Properties.Queues)}, its own policy`, Properties.PolicyDocument);
      case 'AWS::KMS::Key':
        return lines(`${readable(id)}, its own policy`, Properties.KeyPolicy);
      default:
        return [];
    }
  })
  .sort();
