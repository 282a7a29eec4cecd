import { describe, expect, it } from 'vitest';
import { permissions, resources } from './permissions.ts';
import { stages } from './synthesized.ts';

describe('what each role may do, and what each topic, queue and key lets others do', () => {
  it('lists every policy that there is, with its conditions', () => {
    const policies = resources.filter(([, { Type }]) => /Policy$|::Permission$/.test(Type)).map(([, { Type }]) => Type);
    expect(new Set(policies)).toEqual(new Set(['AWS::IAM::Policy', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy']));
    const conditional = JSON.stringify(resources).match(/"Condition":\{/g) ?? [];
    const told = new Set(permissions.flatMap((line) => / if (.*)$/.exec(line)?.[1] ?? []));
    expect(conditional.length).toBeGreaterThan(5);
    expect(told.size).toBeGreaterThan(5);
  });

  it('is on every resource only where AWS grants it no other way: tracing and the delivery of vended logs', () => {
    const everywhere = permissions.filter((line) => / on \*/.test(line) && !line.includes('its own policy'));
    expect(everywhere.filter((line) => !/ Allow (xray|logs):/.test(line))).toEqual([]);
  });

  it('lets only the function that tells the customer publish notices, and AWS alone ring', () => {
    const publishing = permissions.filter((line) => / Allow sns:/.test(line));
    expect(publishing.map((line) => line.replace(/ if .*/, ''))).toEqual([
      'OrdersNotifyCustomerFunctionRole: Allow sns:Publish on OrdersNotifications',
      'WatchOperations, its own policy: Allow sns:Publish to cloudwatch.amazonaws.com on WatchOperations',
      'WatchOperations, its own policy: Allow sns:Publish to events.amazonaws.com on WatchOperations',
    ]);
  });

  it('lets Lambda alone take the roles of the stages', () => {
    const taking = permissions.filter((line) => /FunctionRole: Allow sts:AssumeRole/.test(line));
    // And the mailer's.
    expect(taking).toHaveLength(stages.length + 1);
    expect(taking.every((line) => line.endsWith(' to lambda.amazonaws.com'))).toBe(true);
  });

  it('lets the mailer alone write to customers, from the sender that a deployment gives', () => {
    expect(permissions.filter((line) => / Allow ses:/.test(line))).toEqual(
      ['configuration-set/OrdersMailReturns', 'identity/NoticeSender', 'identity/part 1 of NoticeSender'].map(
        (what) =>
          `OrdersMailSendLettersFunctionRole: Allow ses:SendEmail on arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:${what} if StringEquals ses:FromAddress NoticeSender`,
      ),
    );
  });

  it('comes from no managed policy', () => {
    const roles = resources.filter(([, { Type }]) => Type === 'AWS::IAM::Role');
    expect(roles.filter(([, { Properties }]) => Properties.ManagedPolicyArns)).toEqual([]);
  });
});
