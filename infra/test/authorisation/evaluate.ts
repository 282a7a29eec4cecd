import { type Call, type Conditions, list, type Policies, type PolicyDocument, type Statement } from './policy.ts';

/**
 * What AWS would answer, within one account: a matching Deny anywhere ends it, else a matching Allow is enough, of the caller
 * or of the resource. A key decides differently: its own policy must allow the caller, or the account and so its IAM
 * policies. What this does not know of it refuses to judge.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 *
 * @throws RangeError for an element or an operator that is not known
 */
export function isAllowed(call: Call, { identity = [], resource }: Policies): boolean {
  const own = identity.flatMap((policy) => statementsFor(call, policy));
  const ofResource = resource ? statementsFor(call, resource).filter((one) => names(one, call.caller)) : [];
  if ([...own, ...ofResource].some(({ Effect }) => Effect === 'Deny')) return false;
  if (ofResource.length > 0) return true;
  return own.length > 0 && (!call.action.startsWith('kms:') || delegates(call, resource));
}

/** Statements whose action, resource and conditions match. */
function statementsFor(call: Call, policy: PolicyDocument): readonly Statement[] {
  return policy.Statement.filter((statement) => {
    for (const element of Object.keys(statement)) if (!elements.has(element)) unknown('element', element, elements);
    const { Action, Resource = call.resource, Condition = {} } = statement;
    return (
      list(Action).some((action) => like(action.toLowerCase(), call.action.toLowerCase())) &&
      list(Resource).some((resource) => like(resource, call.resource)) &&
      meets(Condition, call.context)
    );
  });
}

const elements: ReadonlySet<string> = new Set(['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition']);

/** Whether a resource's statement speaks of this caller. The account's root stands for no role: it delegates. */
function names({ Principal = {} }: Statement, caller: string): boolean {
  if (Principal === '*') return true;
  const { AWS = [], Service = [], ...others } = Principal;
  for (const kind of Object.keys(others)) unknown('principal', kind, ['AWS', 'Service']);
  return list(AWS).some((one) => one === '*' || one === caller) || list(Service).includes(caller);
}

/** Whether a key's policy leaves it to the account to say who may use the key. */
function delegates(call: Call, policy: PolicyDocument | undefined): boolean {
  const [, , , , account] = call.caller.split(':');
  const root = new RegExp(`^arn:[a-z-]+:iam::${account}:root$`);
  return (policy ? statementsFor(call, policy) : []).some(
    ({ Effect, Principal }) =>
      Effect === 'Allow' && typeof Principal === 'object' && list(Principal['AWS'] ?? []).some((one) => root.test(one)),
  );
}

type Operator = (expected: string, given: string) => boolean;

const operators = new Map<string, Operator>(
  Object.entries({
    Bool: (expected, given) => expected.toLowerCase() === given.toLowerCase(),
    StringEquals: (expected, given) => expected === given,
    StringLike: like,
    // The two behave alike. Each of the six parts is compared by itself.
    ArnEquals: likeArn,
    ArnLike: likeArn,
  }),
);

/** All operators and keys must match; of a key's values one is enough. A key that the call lacks does not match. */
function meets(conditions: Conditions, context: Call['context']): boolean {
  const given = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]));
  return Object.entries(conditions).every(([name, keys]) => {
    const matches = operators.get(name) ?? unknown('operator', name, operators.keys());
    return Object.entries(keys).every(([key, expected]) => {
      const value = given.get(key.toLowerCase());
      return value !== undefined && list(expected).some((one) => matches(one, value));
    });
  });
}

function likeArn(pattern: string, arn: string): boolean {
  const parts = arnParts(pattern);
  const given = arnParts(arn);
  return parts.length === given.length && parts.every((part, index) => like(part, given[index] ?? ''));
}

function arnParts(arn: string): readonly string[] {
  const [prefix = '', partition = '', service = '', region = '', account = '', ...resource] = arn.split(':');
  return [prefix, partition, service, region, account, resource.join(':')];
}

function like(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

function unknown(what: string, name: string, known: Iterable<string>): never {
  throw new RangeError(
    `${what} "${name}" of a policy is not known to this test, expected one of ${[...known].join(', ')}`,
  );
}
