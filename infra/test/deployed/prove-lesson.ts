import { deepStrictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CreateFunctionCommand, DeleteFunctionCommand } from '@aws-sdk/client-lambda';
import type { AwsClients } from './aws-clients.ts';
import { withStateMachine } from './differences/with-state-machine.ts';
import { emulatorAccount } from './emulator-environment.ts';
import { endThere } from './end-there.ts';
import { repository } from './proof.ts';
import { zipOf } from './zip-of.ts';

const folder = `${repository}/docs/learn/2-four-boxes`;
const read = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');

/**
 * The workflow that the second lesson has its readers paste into AWS: four functions as they stand, the definition as it stands, and
 * the sample order through them.
 *
 * @throws AssertionError with both sides, where it does not do what the lesson shows
 */
export async function proveLesson(clients: AwsClients): Promise<{ readonly seen: string }> {
  const definition = JSON.parse(read('machine.asl.json'));
  const called = Object.values<{ Arguments: { FunctionName: string } }>(definition.States);
  const names = called.map(({ Arguments }) => Arguments.FunctionName);
  for (const FunctionName of names)
    await clients.lambda.send(
      new CreateFunctionCommand({
        ...{ FunctionName, Runtime: 'nodejs24.x', Handler: 'index.handler', Timeout: 30 },
        Role: `arn:aws:iam::${emulatorAccount}:role/lesson`,
        Code: { ZipFile: zipOf('index.mjs', read(`functions/${FunctionName}.mjs`)) },
      }),
    );
  try {
    const { answer, refused } = await withStateMachine(clients, definition, (arn) =>
      endThere(clients, arn, 'lesson', read('order.json')),
    );
    deepStrictEqual(refused, undefined);
    deepStrictEqual([answer?.ending.status, answer?.states], ['SUCCEEDED', Object.keys(definition.States)]);
    deepStrictEqual(answer?.record['notification'], {
      to: 'test@example.com',
      text: 'Your parcel LP12345 is on its way.',
    });
    return { seen: `${names.length} functions, and an order through ${answer?.states.join(', ')}` };
  } finally {
    for (const FunctionName of names) await clients.lambda.send(new DeleteFunctionCommand({ FunctionName }));
  }
}
