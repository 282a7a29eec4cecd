import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judgeMachine, type Machine } from './judge-machine.mjs';
import { lookAtMachine } from './look-at-machine.mjs';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

const whole: Machine = {
  ...{ platform: 'linux', architecture: 'x64', node: '20.9.0', npm: '10.1.0', pnpm: '12.21.0', git: '2.40.0' },
  ...{ bash: '5.2.15', java: '17.0.9', maven: '3.8.7', python: { version: '3.10.2', venv: true }, free: 50e9 },
  data: { folder: '/repository/.order-workflow', problem: undefined },
  port: { number: 8083, free: true },
  aws: { credentials: true, region: true },
};
const amiss = (machine: Partial<Machine>) =>
  judgeMachine({ ...whole, ...machine }, '12.21.0').filter(({ state }) => state !== 'right');

describe(judgeMachine, () => {
  it('finds nothing amiss with a machine that has all', () => {
    expect(amiss({})).toEqual([]);
  });

  it.each<[string, Partial<Machine>, RegExp, RegExp]>([
    ['an old Node', { node: '18.20.4' }, /Node 18\.20\.4, expected 20 or later/, /nodejs\.org/],
    ['no npm', { npm: undefined }, /no npm/, /install/],
    ['a full disk', { free: 2.4e9 }, /2\.4 GB free, expected 3\.0 GB/, /make room/],
    [
      'a folder of another user',
      { data: { folder: '/r/.order-workflow', problem: 'EACCES' } },
      /cannot be kept in \/r\/\.order-workflow: EACCES/,
      /chown/,
    ],
  ])('needs mending before anything starts: %s', (_, machine, says, mend) => {
    expect(amiss(machine)).toEqual([
      { state: 'needed', says: expect.stringMatching(says), mend: expect.stringMatching(mend) },
    ]);
  });

  it.each<[string, Partial<Machine>, RegExp, RegExp]>([
    ['another pnpm', { pnpm: '9.1.0' }, /pnpm 9\.1\.0, expected 12\.21\.0/, /npx -y pnpm@12\.21\.0/],
    ['no git', { git: undefined }, /no git/, /install git/],
    ['a taken port', { port: { number: 8083, free: false } }, /port 8083 is taken/, /--port 8084/],
    ['no bash on Windows', { platform: 'win32', bash: undefined }, /no bash/, /WSL/],
    ['a Mac', { platform: 'darwin', architecture: 'arm64' }, /in a browser need Linux on x64/, /leave them to CI/],
    ['an old Java', { java: '1.8.0_292' }, /Java 1\.8\.0_292, Maven 3\.8\.7, expected Java 17/, /openjdk/],
    ['no Maven', { maven: undefined }, /Java 17\.0\.9, no Maven/, /maven/],
    ['an old Python', { python: { version: '3.9.18', venv: true } }, /Python 3\.9\.18, expected 3\.10/, /python3/],
    ['a Python cut short', { python: { version: '3.12.1', venv: false } }, /3\.12\.1 without venv/, /python3-venv/],
    ['no account', { aws: { credentials: false, region: false } }, /no credentials and no region/, /AWS_REGION/],
  ])('only lacks what it says: %s', (_, machine, says, mend) => {
    const findings = amiss(machine).filter(({ says: text }) => says.test(text));
    expect(findings).toEqual([{ state: 'lacks', says: expect.anything(), mend: expect.stringMatching(mend) }]);
    expect(amiss(machine).filter(({ state }) => state === 'needed')).toEqual([]);
  });

  it('takes a Node, a Java and a Python that are newer than what it asks for', () => {
    expect(amiss({ node: '24.0.0', java: '21', python: { version: '4.0.0', venv: true }, pnpm: undefined })).toEqual(
      [],
    );
  });
});

/** A machine with nothing but the Node that runs this, and credentials. */
const bare = {
  ...{ PATH: '', AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'a secret', AWS_REGION: 'eu-west-1' },
};

it('looks for each program and for the port, and never says what credentials are', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const machine = await lookAtMachine(root, { environment: bare, port });
  taken.close();
  expect(machine).toMatchObject({
    ...{ node: process.versions.node, platform: process.platform, port: { number: port, free: false } },
    ...{ data: { problem: undefined }, aws: { credentials: true, region: true } },
  });
  const { npm, pnpm, git, bash, java, maven, python } = machine;
  expect([npm, pnpm, git, bash, java, maven, python]).toEqual(Array(7).fill(undefined));
  expect(machine.free).toBeGreaterThan(0);
  expect(JSON.stringify(machine)).not.toMatch(/AKIAEXAMPLE|a secret/);
});

it('finds the program that is there, by the version that it says', async () => {
  const folder = dirname(process.execPath);
  const { npm } = await lookAtMachine(root, { environment: { PATH: `${folder}${delimiter}${process.env['PATH']}` } });
  expect(npm).toMatch(/^\d+\.\d+\.\d+$/);
});

it('exits with 1 where something is missing that nothing starts without, and says how to mend it', () => {
  const doctor = fileURLToPath(new URL('doctor.mjs', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [doctor], { encoding: 'utf8', env: bare });
  expect(stdout).toContain(`✓ Node ${process.versions.node}`);
  expect(stdout).toMatch(/✗ no npm.*\n {4}install Node/);
  expect(stdout).toContain('1 to mend before anything starts.');
  expect(status).toBe(1);
});
