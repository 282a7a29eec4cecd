import { readFileSync } from 'node:fs';
import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { deployed } from './authorisation/deployed-template.ts';
import { prod, template } from './synthesized.ts';

const document = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
const [, section = ''] = document.split('### What is kept of it');
const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => /AWS::/.test(line));
const rowOf = (type: string) => rows.find((row) => row.includes(`\`${type}\``)) ?? '';

/** What outlives its stack in prod holds data. */
const holding = Object.entries(prod.toJSON()['Resources'] as Record<string, { Type: string; DeletionPolicy?: string }>)
  .filter(([, { DeletionPolicy }]) => DeletionPolicy === 'Retain')
  .map(([id, { Type }]) => ({ id, type: Type }));

/** With all that there may be. */
const mailing = { parameters: { NoticeSender: 'orders@shop.example' } };

const days = (seconds: number) => seconds / 24 / 3600;

describe('the table of what is kept of an order', () => {
  it('has a row for whatever holds data, and for nothing else', () => {
    const named = rows.map((row) => /`(AWS::\w+::\w+)`/.exec(row)?.[1]);
    expect(named.toSorted()).toEqual([...new Set(holding.map(({ type }) => type))].toSorted());
  });

  it.each([
    ['dev', template],
    ['prod', prod],
  ])("is right that all of it is encrypted under the stack's key: %s", (_, of: Template) => {
    const stack = deployed(of, mailing);
    const [key, ...others] = stack.ofType('AWS::KMS::Key');
    expect(others).toEqual([]);
    for (const { id, type } of holding.filter(({ type }) => type !== 'AWS::KMS::Key')) {
      const { properties } = stack.ofType(type).find((one) => one.id === id) ?? { properties: {} };
      const { KmsKeyId, KmsMasterKeyId, SSESpecification, EncryptionConfiguration } = properties;
      const used = KmsKeyId ?? KmsMasterKeyId ?? SSESpecification?.KMSMasterKeyId ?? EncryptionConfiguration?.KmsKeyId;
      expect({ id, used }).toEqual({ id, used: key?.arn });
    }
  });

  it('is right how long each is kept', () => {
    const stack = deployed(template, mailing);
    const [table, letters] = stack.ofType('AWS::DynamoDB::Table');
    expect(letters?.properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
    expect(rowOf('AWS::DynamoDB::Table')).toContain('of a letter 90 days');
    expect(table?.properties).not.toHaveProperty('TimeToLiveSpecification');
    const indexes: { Projection: object }[] = table?.properties.GlobalSecondaryIndexes;
    expect(indexes.map(({ Projection }) => Projection)).toEqual([
      { ProjectionType: 'INCLUDE', NonKeyAttributes: ['status', 'attempt'] },
      { ProjectionType: 'KEYS_ONLY' },
    ]);
    expect(rowOf('AWS::DynamoDB::Table')).toContain('status, attempt, and a keyed hash');
    expect(rowOf('AWS::DynamoDB::Table')).toContain('until somebody deletes it');
    // Four days are SQS's own; in that queue nothing is left longer than its tries take.
    for (const { properties } of stack.ofType('AWS::SQS::Queue'))
      expect(rowOf('AWS::SQS::Queue')).toContain(`${days(properties.MessageRetentionPeriod ?? 345_600)} days`);
    for (const [of, retention, words] of [
      [template, 30, 'a month in `dev`'],
      [prod, 365, 'a year in `prod`'],
    ] as const) {
      for (const { properties } of deployed(of).ofType('AWS::Logs::LogGroup'))
        expect(properties.RetentionInDays).toBe(retention);
      expect(rowOf('AWS::Logs::LogGroup')).toContain(words);
    }
  });
});
