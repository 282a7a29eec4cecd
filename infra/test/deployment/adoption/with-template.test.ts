import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { withTemplate } from '../../../src/deployment/adoption/with-template.ts';

it('copies an assembly with another template, under which the CDK finds nothing of the first in its bucket', () => {
  const parent = mkdtempSync(join(tmpdir(), 'order-workflow-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const folder = join(parent, 'assembly');
  mkdirSync(folder);
  const hash = 'a'.repeat(64);
  const files = {
    code: { source: { path: 'asset.code' } },
    [hash]: { source: { path: 'OrderWorkflow.template.json' }, destinations: { here: { objectKey: `${hash}.json` } } },
  };
  const write = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));
  write('OrderWorkflow.assets.json', { files });
  write('manifest.json', { url: `s3://assets/${hash}.json` });
  write('OrderWorkflow.template.json', { Resources: { Old: {} } });

  const template = { Resources: { New: { Type: 'AWS::DynamoDB::Table' } } };
  const copy = withTemplate(folder, template);
  const read = (name: string) => JSON.parse(readFileSync(join(copy, name), 'utf8'));
  expect(read('OrderWorkflow.template.json')).toEqual(template);
  const [key] = Object.keys(read('OrderWorkflow.assets.json').files).filter((one) => one !== 'code');
  expect(key).toMatch(/^[\da-f]{64}$/);
  expect(key).not.toBe(hash);
  expect(read('OrderWorkflow.assets.json').files[key ?? ''].destinations.here.objectKey).toBe(`${key}.json`);
  expect(read('manifest.json')).toEqual({ url: `s3://assets/${key}.json` });
  expect(JSON.parse(readFileSync(join(folder, 'OrderWorkflow.template.json'), 'utf8'))).not.toEqual(template);
  expect(withTemplate(folder, template)).toBe(copy);
});
