import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { handler } from '../lambda/check-fraud/index.mjs';

/** What the app synthesizes in a process of its own, as the CDK would run it: packages are found as they are there. */
function synthesized(): Template {
  const assembly = mkdtempSync(join(tmpdir(), 'shop-'));
  const { PATH } = process.env;
  const cwd = join(import.meta.dirname, '..');
  execFileSync(process.execPath, ['bin/app.ts'], { cwd, env: { PATH, CDK_OUTDIR: assembly }, stdio: 'pipe' });
  return Template.fromJSON(JSON.parse(readFileSync(join(assembly, 'Shop.template.json'), 'utf8')));
}

const template = synthesized();
const resourcesOf = (type: string) => Object.keys(template.findResources(type));

describe('the stack of the shop', () => {
  it('brings its own topic, queue and key, and the workflow adds none', () => {
    expect(resourcesOf('AWS::SNS::Topic')).toEqual([
      expect.stringMatching(/^ShopNews/),
      expect.stringMatching(/^WatchOperations/),
    ]);
    expect(resourcesOf('AWS::SQS::Queue')).toEqual([
      expect.stringMatching(/^Untold/),
      expect.stringMatching(/^WatchUndeliveredEvents/),
    ]);
    expect(resourcesOf('AWS::KMS::Key')).toEqual([expect.stringMatching(/^ShopKey/)]);
  });

  it('lets the customer be told on its topic, with its key, and logs be encrypted by it', () => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Action: 'sns:Publish', Resource: { Ref: Match.stringLikeRegexp('^ShopNews') } }),
          Match.objectLike({ Resource: { 'Fn::GetAtt': [Match.stringLikeRegexp('^ShopKey'), 'Arn'] } }),
        ]),
      },
    });
    template.hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: { Statement: Match.arrayWith([Match.objectLike({ Action: Match.arrayWith(['kms:DescribeKey']) })]) },
    });
  });

  it('has its own stage between validation and payment, from its own folder', () => {
    const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
    const definition = JSON.stringify(machine);
    expect(definition).toContain('\\"Validate Order\\":{\\"Next\\":\\"Check Fraud\\"');
    expect(definition).toContain('\\"Check Fraud\\":{\\"Next\\":\\"Process Payment\\"');
    expect(resourcesOf('AWS::Lambda::Function')).toContainEqual(expect.stringMatching(/^OrdersCheckFraudFunction/));
  });

  it('charges at its own gateway', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: Match.stringLikeRegexp('^Process Payment'),
      Environment: { Variables: { PAYMENT_GATEWAY_URL: 'https://payments.shop.example' } },
    });
  });
});

describe(handler, () => {
  it('finds dear orders more suspicious', async () => {
    expect(await handler({ validation: { total: { amount: 500_000 } } })).toEqual({ score: 0.5 });
  });
});
