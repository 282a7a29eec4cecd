import { describe, expect, it } from 'vitest';
import { isAllowed } from './evaluate.ts';
import type { Statement } from './policy.ts';

const role = 'arn:aws:iam::111122223333:role/pays';
const key = 'arn:aws:kms:eu-central-1:111122223333:key/1';
const topic = 'arn:aws:sns:eu-central-1:111122223333:told';
const alarm = 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:rings';
const allow = (more: Partial<Statement>) => ({
  Statement: [{ Effect: 'Allow' as const, Action: 'sns:Publish', Resource: topic, ...more }],
});
const byAlarm = {
  caller: 'cloudwatch.amazonaws.com',
  action: 'sns:Publish',
  resource: topic,
  context: { 'aws:SourceArn': alarm, 'aws:SecureTransport': 'true' },
};
const service = { Service: 'cloudwatch.amazonaws.com' };

describe(isAllowed, () => {
  it('lets nobody in whom no statement names', () => {
    expect(isAllowed(byAlarm, {})).toBe(false);
    expect(isAllowed(byAlarm, { resource: allow({ Principal: { Service: 'events.amazonaws.com' } }) })).toBe(false);
    expect(isAllowed(byAlarm, { resource: allow({ Principal: service }) })).toBe(true);
  });

  it('takes wildcards in actions and resources, and actions in any case', () => {
    expect(isAllowed(byAlarm, { resource: allow({ Principal: service, Action: 'SNS:Pub*', Resource: '*' }) })).toBe(
      true,
    );
    expect(isAllowed(byAlarm, { resource: allow({ Principal: service, Action: 'sns:Publis' }) })).toBe(false);
  });

  it('lets a Deny win over every Allow', () => {
    const deny = { Effect: 'Deny', Principal: '*', Action: 'sns:*', Resource: '*' } as const;
    const Statement = [...allow({ Principal: service }).Statement, deny];
    expect(isAllowed(byAlarm, { resource: { Statement } })).toBe(false);
  });

  it.each([
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:eu-central-1:111122223333:alarm:*' } }, true],
    [{ ArnLike: { 'AWS:sourcearn': alarm } }, true],
    [{ ArnEquals: { 'aws:SourceArn': ['arn:aws:x:::', alarm] } }, true],
    // A star stays within its part of an ARN.
    [{ ArnLike: { 'aws:SourceArn': 'arn:aws:*:alarm:rings' } }, false],
    [{ StringEquals: { 'aws:SourceArn': 'arn:aws:cloudwatch:*' } }, false],
    [{ StringLike: { 'aws:SourceArn': 'arn:aws:cloudwatch:*' } }, true],
    [{ Bool: { 'aws:SecureTransport': 'false' } }, false],
    // A key that the call does not carry matches nothing.
    [{ StringEquals: { 'aws:SourceAccount': '111122223333' } }, false],
    [{ ArnLike: { 'aws:SourceArn': alarm }, StringEquals: { 'aws:SourceAccount': '111122223333' } }, false],
  ])('meets %j: %s', (Condition, met) => {
    expect(isAllowed(byAlarm, { resource: allow({ Principal: service, Condition }) })).toBe(met);
  });

  it('lets a role do what its own policies allow, on a key only if its policy trusts the account', () => {
    const decrypting = { caller: role, action: 'kms:Decrypt', resource: key, context: {} };
    const identity = [allow({ Action: 'kms:Decrypt', Resource: key })];
    const root = allow({ Action: 'kms:*', Resource: '*', Principal: { AWS: 'arn:aws:iam::111122223333:root' } });
    expect(isAllowed(decrypting, { identity })).toBe(false);
    expect(isAllowed(decrypting, { identity, resource: root })).toBe(true);
    expect(isAllowed(decrypting, { resource: root })).toBe(false);
  });

  it.each([
    ['operator "StringNotEquals"', { Condition: { StringNotEquals: { a: 'b' } } }],
    ['operator "ForAnyValue:StringLike"', { Condition: { 'ForAnyValue:StringLike': { a: 'b' } } }],
    ['element "NotAction"', { NotAction: 'sns:Publish' }],
    ['principal "Federated"', { Principal: { Federated: 'x' } }],
  ])('judges nothing by what it does not know: %s', (what, more) => {
    expect(() => isAllowed(byAlarm, { resource: allow({ Principal: service, ...more }) })).toThrow(what);
  });
});
