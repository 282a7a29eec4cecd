import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runOrder, startOrder } from './run-command.ts';
import { temporaryFolder } from './temporary-folder.ts';

const sample = fileURLToPath(new URL('../../../examples/orders/sample.json', import.meta.url));

describe('order', () => {
  it('--version prints the version of its package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(await runOrder(['--version'])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([[['place', '--help']], [['faults']]])('wraps to COLUMNS where there is no terminal: %j', async (args) => {
    const [narrow, wide] = [await runOrder(args, '', { COLUMNS: '75' }), await runOrder(args, '', { COLUMNS: '200' })];
    expect(narrow.stdout.split('\n').length).toBeGreaterThan(wide.stdout.split('\n').length);
  });

  it.each(['start', 'place', 'list', 'show', 'redrive', 'cancel', 'serve', 'notices', 'faults', 'prune', 'reset'])(
    'says what the exit codes mean in the help of %s too',
    async (command) => {
      expect((await runOrder([command, '--help'])).stdout).toContain('Exit code: 0 succeeded');
    },
  );

  it('names order, state and next attempt when it waits, and what to do', async () => {
    const command = startOrder(['place', sample, '--json', '--fault', 'shipping=throttled'], temporaryFolder());
    await command.wrote('the next pnpm order place, redrive or serve; with --fast-forward');
    command.kill('SIGKILL');
    await command.ended;
    expect(command.written()).toMatch(
      /^order-12345 (?:waits at Ship Order: retry \d+ of \d+ in [\d.]+ m?s \(Lambda\.TooManyRequestsException\)|is at Ship Order: attempt \d+ is under way)\n {2}Ctrl-C leaves it/m,
    );
  });
});
