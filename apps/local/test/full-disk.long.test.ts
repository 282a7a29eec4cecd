import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { anOrder } from '@order-workflow/order-domain/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sfnClient } from './api-world.ts';
import { startOrder } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const sample = fileURLToPath(new URL('../../../examples/orders/sample.json', import.meta.url));

/** A disk that takes no more: a limit on the size of files stands for it, since that needs no disk of one's own. */

const told =
  /^[^\n]* cannot be used: [^\n]*(?:the disk is full|the disk fails or is full)[^\n]*\. When that is mended, executions under way go on [^\n]*\n/m;
const orders = Array.from({ length: 100 }, (_, number) =>
  JSON.stringify(
    anOrder()
      .with({ orderId: `${number}` })
      .build(),
  ),
);

describe.skipIf(process.platform === 'win32')('a full disk', () => {
  // Of the many files it is now one, now another that is full first.
  it.each([200, 300, 600])(
    'ends order place with the reason and exit code 3, at %i blocks a file',
    async (mostBlocks) => {
      const input = join(temporaryFolder(), 'orders.jsonl');
      writeFileSync(input, orders.join('\n'));
      const { ended } = startOrder(['place', input], temporaryFolder(), { mostBlocks });
      const { exitCode, written } = await ended;
      expect({ exitCode, written }).toEqual({ exitCode: 3, written: expect.stringMatching(told) });
      expect(written).not.toMatch(/^ {4}at /m);
    },
  );

  it('ends order serve likewise', async () => {
    const server = startOrder(['serve', '--port', '0', '--json'], temporaryFolder(), { mostBlocks: 600 });
    await server.wrote('stateMachineArn');
    const { endpoint, stateMachineArn } = JSON.parse(server.written().match(/^\{.*\}$/m)?.[0] ?? '{}');
    const client = sfnClient(endpoint);
    onTestFinished(() => client.destroy());
    const started = orders.map((input) => client.send(new StartExecutionCommand({ stateMachineArn, input })));
    const [{ exitCode, written }] = await Promise.all([server.ended, Promise.allSettled(started)]);
    expect({ exitCode, written }).toEqual({ exitCode: 3, written: expect.stringMatching(told) });
  });

  // At the first file, and at one of those that are opened when servers listen already.
  it.each([0, 100])('is said when a command begins, which ends then, at %i blocks a file', async (mostBlocks) => {
    const folder = temporaryFolder();
    const { exitCode, written } = await startOrder(['place', sample], folder, { mostBlocks }).ended;
    expect({ exitCode, written }).toEqual({
      exitCode: 3,
      written: expect.stringMatching(new RegExp(`^${folder} cannot be used: [^\n]*\n$`)),
    });
  });
});
