import { describe, expect, it } from 'vitest';
import { template } from './synthesized.ts';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

interface Policy {
  readonly Properties: {
    readonly PolicyDocument: { readonly Statement: Statement[] };
    readonly Roles: { Ref: string }[];
  };
}

const policies = Object.values(template.findResources('AWS::IAM::Policy')) as unknown as Policy[];

/** `OrdersValidateOrderFunctionRole` instead of a hash that nobody can read. */
const readable = (id: string) => id.replace(/[0-9A-F]{8}$/, '');

function resourceText(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const [[kind, value]] = Object.entries(resource as Record<string, unknown>) as [[string, never]];
  if (kind === 'Ref') return `${readable(value)}`;
  if (kind === 'Fn::GetAtt') return readable(value[0]);
  const [, parts] = value as [string, unknown[]];
  return parts.map((part) => resourceText(part)).join('');
}

const list = <T>(value: T | T[]) => (Array.isArray(value) ? value : [value]);

const permissions = policies
  .flatMap(({ Properties: { PolicyDocument, Roles } }) =>
    Roles.flatMap(({ Ref }) =>
      PolicyDocument.Statement.flatMap(({ Effect, Action, Resource }) =>
        list(Resource).flatMap((resource) =>
          list(Action).map((action) => `${readable(Ref)}: ${Effect} ${action} on ${resourceText(resource)}`),
        ),
      ),
    ),
  )
  .sort();

describe('what each role may do', () => {
  it('is what was reviewed', async () => {
    await expect(`${permissions.join('\n')}\n`).toMatchFileSnapshot('permissions.txt');
  });

  it('is on every resource only where AWS grants it no other way: tracing and the delivery of vended logs', () => {
    const everywhere = permissions.filter((line) => line.endsWith(' on *'));
    expect(everywhere.filter((line) => !/ Allow (xray|logs):/.test(line))).toEqual([]);
  });

  it('lets only the function that tells the customer publish', () => {
    const publishing = permissions.filter((line) => line.includes('sns:'));
    expect(publishing).toEqual(['OrdersNotifyCustomerFunctionRole: Allow sns:Publish on OrdersNotifications']);
  });

  it('comes from no managed policy', () => {
    expect(
      Object.values(template.findResources('AWS::IAM::Role')).filter((role) => role['Properties']['ManagedPolicyArns']),
    ).toEqual([]);
  });
});
