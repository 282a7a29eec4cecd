import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
// On Windows Maven is a script of cmd.exe, which Node's own does not start.
import spawn from 'cross-spawn';
import { runProgram } from '../run-program.ts';
import { type DynamoEmulator, testCredentials } from './start-dynalite.ts';

const here = (file: string) => fileURLToPath(new URL(`dynamodb-local/${file}`, import.meta.url));
const cache = join(
  process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
  'order-workflow',
  'dynamodb-local-2.6.0',
);

/** What is missing on this machine for AWS's own DynamoDB to run; undefined where nothing is. */
export function missingForDynamoDbLocal(): string | undefined {
  const missing = ['java', 'mvn'].filter((tool) => spawn.sync(tool, ['-version']).status !== 0);
  return missing.length > 0 ? missing.join(' and ') : undefined;
}

/** Starts DynamoDB Local, which is fetched once, and waits until it answers. Items are kept in memory. */
export async function startDynamoDbLocal(): Promise<DynamoEmulator> {
  fetchOnce();
  const port = await freePort();
  const main = 'com.amazonaws.services.dynamodbv2.local.main.ServerRunner';
  const flags = [
    `-Djava.library.path=${cache}`,
    '-cp',
    join(cache, '*'),
    main,
    '-inMemory',
    '-disableTelemetry',
    '-port',
    `${port}`,
  ];
  const server = spawn('java', flags, { cwd: cache, stdio: 'ignore' });
  const ended = once(server, 'exit');
  const service = { url: new URL(`http://127.0.0.1:${port}`), region: 'us-east-1', credentials: () => testCredentials };
  // Whatever it says of a request without a name, it says it once it stands.
  const answers = () =>
    fetch(service.url).then(
      () => true,
      () => false,
    );
  while (!(await answers())) {
    if (server.exitCode !== null) throw new Error(`DynamoDB Local ended with ${server.exitCode} before it answered`);
    await new Promise((again) => setTimeout(again, 100));
  }
  return {
    service,
    async stop() {
      server.kill('SIGKILL');
      await ended;
    },
  };
}

/** By Maven, into a folder of the user's; what it holds must be what was reviewed. */
function fetchOnce(): void {
  const files = readFileSync(here('checksums.txt'), 'utf8').trim().split('\n');
  const expected = files.map((line) => line.split(/\s+/) as [sum: string, name: string]);
  if (!expected.every(([, name]) => existsSync(join(cache, name)))) {
    mkdirSync(cache, { recursive: true });
    const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${cache}`];
    runProgram('mvn', ['-q', '-B', '-f', here('pom.xml'), ...goal], { cwd: cache });
  }
  for (const [sum, name] of expected) {
    const found = createHash('sha256')
      .update(readFileSync(join(cache, name)))
      .digest('hex');
    if (found !== sum)
      throw new Error(`${join(cache, name)} is not what was reviewed: sha256 ${found}, expected ${sum}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
