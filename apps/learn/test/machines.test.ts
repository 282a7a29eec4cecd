import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SFNClient, ValidateStateMachineDefinitionCommand } from '@aws-sdk/client-sfn';
import { type StepFunctionsServer, serveStepFunctions } from '@order-workflow/asl-engine/serve';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from './temporary-place.ts';

const machines = globSync('docs/learn/*/{machine,lost,start,solution}.asl.json', { cwd: repository }).toSorted();
let server: StepFunctionsServer;
let client: SFNClient;
beforeAll(async () => {
  server = await serveStepFunctions({ port: 0 });
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  client = new SFNClient({ endpoint: server.url, region: 'us-east-1', credentials });
});
afterAll(() => server.close());

describe('the definitions of the lessons', () => {
  it.each(machines)('%s is accepted by ValidateStateMachineDefinition without a warning', async (file) => {
    const definition = readFileSync(join(repository, file), 'utf8');
    const { result, diagnostics } = await client.send(
      new ValidateStateMachineDefinitionCommand({ definition, severity: 'WARNING' }),
    );
    expect({ result, diagnostics }).toEqual({ result: 'OK', diagnostics: [] });
  });

  it('are there for the lessons that run one', () => {
    expect(machines.filter((file) => file.endsWith('/machine.asl.json'))).toHaveLength(7);
  });

  it("has the brief's machine in some forty lines: four tasks in a line, each with its function", () => {
    const text = readFileSync(join(repository, 'docs/learn/2-four-boxes/machine.asl.json'), 'utf8');
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    const { StartAt, States } = JSON.parse(text);
    const line = [];
    for (let name = StartAt; name !== undefined; name = States[name].Next) line.push(name);
    expect(line).toEqual(['Validate Order', 'Process Payment', 'Ship Order', 'Notify Customer']);
    const called = line.map((name) => States[name].Arguments.FunctionName);
    const files = globSync('*.mjs', { cwd: join(repository, 'docs/learn/2-four-boxes/functions') });
    expect(called.filter((name) => !files.includes(`${name}.mjs`))).toEqual([]);
  });

  it('has the sample order of the brief as it stands', () => {
    const order = (file: string) => JSON.parse(readFileSync(join(repository, file), 'utf8'));
    expect(order('docs/learn/2-four-boxes/order.json')).toEqual(order('examples/orders/sample.json'));
  });
});
