import { describe, expect, it } from 'vitest';
import { onlyStages } from '../../src/deployment/only-stages.ts';
import { DeploymentRefused } from '../../src/deployment/parse-deployment-command.ts';
import type { StackTemplate, TemplateResource } from '../../src/deployment/synthesized-template.ts';
import { template } from '../synthesized.ts';

const standing: StackTemplate = template.toJSON() as StackTemplate;

function idOf(pattern: RegExp): string {
  const found = Object.keys(standing.Resources).find((id) => pattern.test(id));
  if (found === undefined) throw new Error(`expected a resource like ${pattern}`);
  return found;
}

const payment = idOf(/^OrdersProcessPaymentFunction[0-9A-F]{8}$/);
const paymentVersion = idOf(/^OrdersProcessPaymentFunctionCurrentVersion/);
const paymentAlias = idOf(/^OrdersProcessPaymentFunctionLive/);
const paymentPolicy = idOf(/^OrdersProcessPaymentFunctionRoleDefaultPolicy/);
const validate = idOf(/^OrdersValidateOrderFunction[0-9A-F]{8}$/);
const stateMachine = idOf(/^OrdersStateMachine[0-9A-F]{8}$/);

type Properties = Readonly<Record<string, unknown>>;

function changed(id: string, properties: Properties, from = standing): StackTemplate {
  const resource = from.Resources[id] as TemplateResource;
  const after = { ...resource, Properties: { ...resource.Properties, ...properties } };
  return { ...from, Resources: { ...from.Resources, [id]: after } };
}

/** What the CDK makes of other code: another version, by another id, and the alias on it. */
function withCode(key: string): StackTemplate {
  const { [paymentVersion]: version, ...rest } = standing.Resources;
  const renamed: StackTemplate = { ...standing, Resources: { ...rest, NewVersion: version as TemplateResource } };
  const alias = { FunctionVersion: { 'Fn::GetAtt': ['NewVersion', 'Version'] } };
  return changed(payment, { Code: { S3Key: key } }, changed(paymentAlias, alias, renamed));
}

describe(onlyStages, () => {
  it('brings the function of the stage with its version and alias, and nothing of what else has changed', () => {
    const next = changed(validate, { Code: { S3Key: 'other.zip' } }, withCode('new.zip'));
    const { Resources } = onlyStages(standing, next, ['payment']);
    const { [paymentVersion]: _, ...others } = standing.Resources;
    expect(Resources).toEqual({
      ...others,
      [payment]: next.Resources[payment],
      NewVersion: next.Resources['NewVersion'],
      [paymentAlias]: next.Resources[paymentAlias],
    });
  });

  it('brings several, and leaves the rest of the template as it stands', () => {
    const next = changed(validate, { Code: { S3Key: 'other.zip' } }, withCode('new.zip'));
    const both = onlyStages({ ...standing, Description: 'as it stands' } as StackTemplate, next, [
      'payment',
      'validate',
    ]);
    expect(both).toEqual({ ...next, Description: 'as it stands' });
  });

  it('refuses another definition: a release of a stage changes no workflow', () => {
    const next = changed(stateMachine, { DefinitionString: '{}' }, withCode('new.zip'));
    expect(() => onlyStages(standing, next, ['payment'])).toThrow(
      `--only payment: the definition of ${stateMachine} differs from the one that stands. Deploy all: pnpm deploy`,
    );
    const { [stateMachine]: _, ...none } = standing.Resources;
    expect(() => onlyStages({ Resources: none }, withCode('new.zip'), ['payment'])).toThrow(stateMachine);
  });

  it('refuses a function whose permissions have changed, which would not come with it', () => {
    const next = changed(paymentPolicy, { PolicyDocument: {} }, withCode('new.zip'));
    expect(() => onlyStages(standing, next, ['payment'])).toThrow(
      `--only payment: what the function may do differs from what stands (${paymentPolicy}). Deploy all: pnpm deploy`,
    );
    expect(onlyStages(standing, next, ['validate']).Resources).toEqual(standing.Resources);
  });

  it.each([
    ['a resource', { Resources: { NewTable: { Type: 'AWS::DynamoDB::Table' } } }],
    ['a parameter', { Parameters: { NewTable: { Type: 'String' } } }],
    ['a condition', { Conditions: { NewTable: {} } }],
  ])('refuses a function that needs %s which does not stand yet', (_, part: Partial<StackTemplate>) => {
    const using = changed(payment, { Environment: { Variables: { TABLE: { Ref: 'NewTable' } } } }, withCode('new.zip'));
    const next: StackTemplate = {
      Resources: { ...using.Resources, ...part.Resources },
      Parameters: { ...using.Parameters, ...part.Parameters },
      Conditions: { ...using.Conditions, ...part.Conditions },
    };
    expect(() => onlyStages(standing, next, ['payment'])).toThrow(
      `--only payment: ${payment} needs NewTable, which does not stand yet. Deploy all: pnpm deploy`,
    );
  });

  it('names the stages that there are', () => {
    expect(() => onlyStages(standing, standing, ['pay'])).toThrow(DeploymentRefused);
    expect(() => onlyStages(standing, standing, ['pay'])).toThrow(
      /^--only: given "pay", expected one of (?=.*\bpayment\b)(?=.*\brefund\b)(?=.*\bnotify\b)/,
    );
  });
});
