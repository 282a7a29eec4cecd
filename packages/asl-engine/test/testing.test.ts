import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';
import * as testing from '../src/testing.ts';

const guide = readFileSync(new URL('../TESTING.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);
const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...given: unknown[]) => Promise<unknown>;

const { requiredIntegrations, testMachine } = testing;
const task = (Resource: string, more: object = {}, name = 'S') => ({
  StartAt: name,
  States: { [name]: { Type: 'Task', Resource, End: true, ...more } },
});
const ask = task('arn:aws:states:::sqs:sendMessage.waitForTaskToken', { TimeoutSeconds: 60 });

describe('testMachine', () => {
  it('has a guide with three examples', () => {
    expect(examples).toHaveLength(3);
  });

  it.each(examples)('runs the example of its guide that begins %s', async (code) => {
    const script = stripTypeScriptTypes(code).replaceAll(/import (\{[^}]*\}) from.*$/gm, 'const $1 = testing;');
    await new AsyncFunction('testing', 'expect', script)(testing, expect);
  });

  it('names a substitution, a function and an execution that are missing', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what CloudFormation substitutes.
    expect(() => testMachine(task('${Arn}'), { substitutions: { Other: 1 } })).toThrow("needs 'Arn'");
    const arn = 'arn:aws:lambda:us-east-1:111122223333:function:f';
    expect((await testMachine(task(arn), { lambdas: { g: () => 1 } }).run()).cause).toContain(
      "no function 'f' in lambdas, which has g",
    );
    expect(() => testMachine(task(arn)).sendTaskSuccess('odd', 1)).toThrow('of no execution of this machine');
  });

  it('lets time pass for time-outs when it is told to, and says why an answer is late', async () => {
    let token = '';
    const integrations = {
      'sqs:sendMessage': (_: unknown, context: { taskToken: string | undefined }) => {
        token = context.taskToken ?? '';
      },
    };
    const machine = testMachine(ask, { integrations, tokens: 'pass' });
    expect(await machine.run()).toMatchObject({ status: 'FAILED', error: 'States.Timeout', took: 60_000 });
    expect(() => machine.sendTaskSuccess(token, 1)).toThrow("test with tokens: 'hold'");
  });

  it('holds virtual time for a task that fails by its token', async () => {
    const machine: testing.TestedMachine = testMachine(ask, {
      integrations: {
        'sqs:sendMessage': (_, { taskToken = '' }) => {
          setImmediate(() => {
            machine.sendTaskHeartbeat(taskToken);
            machine.sendTaskFailure(taskToken, { error: 'No' });
          });
        },
      },
    });
    expect(await machine.run()).toMatchObject({ status: 'FAILED', error: 'No', took: 0 });
  });

  it('tells which rules its runs took, and which they did not', async () => {
    const arn = 'arn:aws:lambda:us-east-1:111122223333:function:f';
    const definition = {
      StartAt: 'Q',
      States: {
        Q: {
          Type: 'Choice',
          Choices: [
            { Variable: '$.a', NumericEquals: 1, Next: 'T' },
            { Variable: '$.a', NumericEquals: 2, Next: 'T' },
          ],
          Default: 'T',
        },
        T: {
          Type: 'Task',
          Resource: arn,
          Retry: [{ ErrorEquals: ['A'] }, { ErrorEquals: ['B'], MaxAttempts: 1 }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }],
          Next: 'Z',
        },
        Z: { Type: 'Succeed' },
      },
    };
    const fail = () => {
      throw new testing.TaskFailure('B');
    };
    const machine = testMachine(definition, { lambdas: { f: fail } });
    await machine.run({ a: 2 });
    const coverage = machine.coverage();
    expect(coverage.missing).toEqual(['Q Choices[0]', 'Q Default', 'T Retry[0]']);
    expect(coverage.places).toHaveLength(9);
    expect(() => coverage.atLeast(80)).toThrow(
      'took 66.7 % of the machine, and 80 % is expected; missing: Q Choices[0]',
    );
    coverage.atLeast(60);
  });

  it('finds what a machine calls, also within branches and readers', () => {
    const inner = task('arn:aws:states:::lambda:invoke', { Parameters: { FunctionName: 'g' } });
    const definition = {
      StartAt: 'P',
      States: {
        P: { Type: 'Parallel', Branches: [inner], Next: 'M' },
        M: {
          Type: 'Map',
          ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2' },
          ItemProcessor: task('arn:aws:states:us-east-1:111122223333:activity:a', {}, 'A'),
        },
      },
    };
    expect(requiredIntegrations(JSON.stringify(definition))).toEqual({
      integrations: ['s3:listObjectsV2'],
      lambdas: ['g'],
      activities: ['arn:aws:states:us-east-1:111122223333:activity:a'],
    });
  });
});
