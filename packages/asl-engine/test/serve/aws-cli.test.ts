import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StepFunctionsServer, serveStepFunctions } from '../../src/serve.ts';
import { machine, pass, roleArn } from './a-server.ts';

// Installing the CLI and starting it dozens of times is for the long tests (AWS_CLI=1).
const asked = process.env['AWS_CLI'] !== undefined;
const hasPip = asked && spawnSync('python3', ['-m', 'venv', '--help']).status === 0;
if (asked && !hasPip) console.warn('skipped: there is no python3 with venv here, so the AWS CLI cannot be installed');

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'aws-cli-'));
const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:f';
let server: StepFunctionsServer;
type Answer = Readonly<Record<string, unknown>>;

async function aws(operation: string, fields: object = {}): Promise<Answer> {
  const args = ['stepfunctions', operation, '--endpoint-url', server.url, '--output', 'json'];
  const environment = {
    ...{ PATH: process.env['PATH'], HOME: folder, AWS_DEFAULT_REGION: 'us-east-1' },
    ...{ AWS_ACCESS_KEY_ID: 'any', AWS_SECRET_ACCESS_KEY: 'any', AWS_DISABLE_HOST_PREFIX_INJECTION: 'true' },
  };
  const { stdout } = await run(join(folder, 'bin', 'aws'), [...args, '--cli-input-json', JSON.stringify(fields)], {
    env: environment,
  });
  return (stdout.trim() === '' ? {} : JSON.parse(stdout)) as Answer;
}

async function refused(operation: string, fields: object): Promise<string> {
  try {
    await aws(operation, fields);
    return 'nothing';
  } catch (problem) {
    return /An error occurred \((\w+)\)/.exec((problem as { stderr: string }).stderr)?.[1] ?? String(problem);
  }
}

async function ended(executionArn: string): Promise<Answer> {
  for (;;) {
    const found = await aws('describe-execution', { executionArn });
    if ((found['status'] as string) !== 'RUNNING') return found;
  }
}

describe.runIf(hasPip)('the AWS CLI', () => {
  const used = new Set<string>();
  const call = (operation: string, fields?: object) => {
    used.add(operation);
    return aws(operation, fields);
  };
  beforeAll(async () => {
    await run('python3', ['-m', 'venv', folder]);
    await run(join(folder, 'bin', 'pip'), ['install', '--quiet', 'awscli==1.45.11']);
    server = await serveStepFunctions({ invokeLambda: ({ payload }) => ({ payload }) });
  }, 600_000);
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const create = async (name: string, definition: string, fields: object = {}) =>
    (await call('create-state-machine', { name, definition, roleArn, ...fields }))['stateMachineArn'] as string;

  it('creates, describes, updates, tags and deletes machines, versions and aliases', async () => {
    const stateMachineArn = await create('one', machine(pass));
    expect(await call('describe-state-machine', { stateMachineArn })).toMatchObject({ name: 'one', status: 'ACTIVE' });
    expect((await call('list-state-machines'))['stateMachines']).toHaveLength(1);
    await call('update-state-machine', { stateMachineArn, definition: machine({ ...pass, Result: 1 }) });
    const { stateMachineVersionArn } = await call('publish-state-machine-version', { stateMachineArn });
    expect((await call('list-state-machine-versions', { stateMachineArn }))['stateMachineVersions']).toHaveLength(1);
    const routingConfiguration = [{ stateMachineVersionArn, weight: 100 }];
    const { stateMachineAliasArn } = await call('create-state-machine-alias', { name: 'live', routingConfiguration });
    expect(await call('describe-state-machine-alias', { stateMachineAliasArn })).toMatchObject({ name: 'live' });
    await call('update-state-machine-alias', { stateMachineAliasArn, description: 'd' });
    expect((await call('list-state-machine-aliases', { stateMachineArn }))['stateMachineAliases']).toHaveLength(1);
    expect(await refused('delete-state-machine-version', { stateMachineVersionArn })).toBe('ConflictException');
    await call('delete-state-machine-alias', { stateMachineAliasArn });
    await call('delete-state-machine-version', { stateMachineVersionArn });
    await call('tag-resource', { resourceArn: stateMachineArn, tags: [{ key: 'a', value: 'b' }] });
    expect((await call('list-tags-for-resource', { resourceArn: stateMachineArn }))['tags']).toHaveLength(1);
    await call('untag-resource', { resourceArn: stateMachineArn, tagKeys: ['a'] });
    await call('delete-state-machine', { stateMachineArn });
    expect(await refused('describe-state-machine', { stateMachineArn })).toBe('StateMachineDoesNotExist');
  }, 600_000);

  it('starts, follows, stops and redrives executions, and looks at Map Runs', async () => {
    const stateMachineArn = await create('waits', machine({ Type: 'Wait', Seconds: 3600, End: true }));
    const { executionArn } = await call('start-execution', { stateMachineArn, name: 'e' });
    expect((await call('list-executions', { stateMachineArn }))['executions']).toHaveLength(1);
    await call('stop-execution', { executionArn, error: 'E' });
    expect(await call('describe-execution', { executionArn })).toMatchObject({ status: 'ABORTED', error: 'E' });
    await call('redrive-execution', { executionArn });
    await call('stop-execution', { executionArn });
    const history = await call('get-execution-history', { executionArn });
    expect(history['events']).toContainEqual(expect.objectContaining({ type: 'ExecutionRedriven' }));
    expect(await call('describe-state-machine-for-execution', { executionArn })).toMatchObject({ stateMachineArn });
    const express = await create('express', machine({ Type: 'Task', Resource: functionArn, End: true }), {
      type: 'EXPRESS',
    });
    expect(await call('start-sync-execution', { stateMachineArn: express, input: '{"a":1}' })).toMatchObject({
      ...{ status: 'SUCCEEDED', output: '{"a":1}' },
    });
    const ItemProcessor = {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'I',
      States: { I: pass },
    };
    const map = await create('map', machine({ Type: 'Map', ItemProcessor, End: true }));
    const started = await call('start-execution', { stateMachineArn: map, input: '[1,2]' });
    expect(await ended(started['executionArn'] as string)).toMatchObject({ output: '[1,2]' });
    const { mapRuns } = await call('list-map-runs', { executionArn: started['executionArn'] });
    const { mapRunArn } = (mapRuns as readonly { readonly mapRunArn: string }[])[0] ?? {};
    expect(await call('describe-map-run', { mapRunArn })).toMatchObject({ itemCounts: { succeeded: 2 } });
    used.add('update-map-run');
    expect(await refused('update-map-run', { mapRunArn, maxConcurrency: 1 })).toBe('ValidationException');
  }, 600_000);

  it('works for activities, and answers their tokens', async () => {
    const { activityArn } = await call('create-activity', { name: 'work' });
    expect(await call('describe-activity', { activityArn })).toMatchObject({ name: 'work' });
    expect((await call('list-activities'))['activities']).toHaveLength(1);
    const stateMachineArn = await create('acts', machine({ Type: 'Task', Resource: activityArn, End: true }));
    const taken = async () => {
      const { executionArn } = await call('start-execution', { stateMachineArn });
      const { taskToken } = await call('get-activity-task', { activityArn });
      return { executionArn: executionArn as string, taskToken: taskToken as string };
    };
    const first = await taken();
    await call('send-task-heartbeat', { taskToken: first.taskToken });
    await call('send-task-success', { taskToken: first.taskToken, output: '"done"' });
    expect(await ended(first.executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '"done"' });
    const second = await taken();
    await call('send-task-failure', { taskToken: second.taskToken, error: 'E' });
    expect(await ended(second.executionArn)).toMatchObject({ status: 'FAILED', error: 'E' });
    expect(await refused('send-task-success', { taskToken: 'odd', output: '1' })).toBe('InvalidToken');
    await call('delete-activity', { activityArn });
  }, 600_000);

  it('tries a state, and validates a definition', async () => {
    const definition = JSON.stringify({ Type: 'Pass', Result: 1, End: true });
    expect(await call('test-state', { definition, roleArn })).toMatchObject({ status: 'SUCCEEDED', output: '1' });
    expect(await call('validate-state-machine-definition', { definition: machine(pass) })).toMatchObject({
      result: 'OK',
    });
  }, 600_000);

  it('has been asked for all 37 operations', () => {
    expect(used.size).toBe(37);
  });
});
