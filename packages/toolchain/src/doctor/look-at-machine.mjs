import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

const windows = process.platform === 'win32';

/**
 * What `judgeMachine` judges: asks the programs that the environment has for their versions, tries a port, and changes nothing.
 *
 * @param {string} repository
 * @param {{ environment?: NodeJS.ProcessEnv, port?: number }} looking
 * @returns {Promise<import('./judge-machine.mjs').Machine>}
 */
export async function lookAtMachine(repository, { environment = process.env, port = 8083 } = {}) {
  return {
    platform: process.platform,
    architecture: process.arch,
    node: process.versions.node,
    npm: version('npm', ['--version'], environment),
    pnpm: version('pnpm', ['--version'], environment),
    git: version('git', ['--version'], environment),
    bash: version('bash', ['--version'], environment),
    java: version('java', ['-version'], environment),
    maven: version('mvn', ['--version'], environment),
    python: python(environment),
    free: free(repository),
    data: data(repository),
    port: { number: port, free: await isFree(port) },
    aws: aws(environment),
  };
}

function said(program, args, environment) {
  // On Windows npm, pnpm and mvn are scripts of cmd.exe. What is given to it is written above.
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env: environment, shell: windows });
  return status === 0 ? `${stdout}${stderr}` : undefined;
}

/** The first version in what a program says of itself. */
function version(program, args, environment) {
  return /\d+(\.\d+)+(_\d+)?/.exec(said(program, args, environment) ?? '')?.[0];
}

function python(environment) {
  const found = ['python3', 'python'].flatMap((name) => {
    const number = version(name, ['--version'], environment);
    if (number === undefined) return [];
    return [{ version: number, venv: said(name, ['-m', 'ensurepip', '--version'], environment) !== undefined }];
  });
  return found.find(({ venv }) => venv) ?? found[0];
}

function free(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Where orders are kept, or will be: the folder, or the one that it would be made in, has to be writable. */
function data(repository) {
  const folder = join(repository, '.order-workflow');
  try {
    accessSync(existsSync(folder) ? folder : repository, constants.W_OK);
    return { folder, problem: undefined };
  } catch (error) {
    return { folder, problem: error.code };
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Whether there are any, without reading what they are. */
function aws(environment) {
  const file = (name, text) => {
    const path = environment[name] ?? join(homedir(), '.aws', text);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const config = file('AWS_CONFIG_FILE', 'config');
  const keys = ['AWS_ACCESS_KEY_ID', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE'];
  return {
    credentials:
      keys.some((name) => environment[name]) ||
      file('AWS_SHARED_CREDENTIALS_FILE', 'credentials') !== '' ||
      /sso_|role_arn|credential_process/.test(config),
    region: Boolean(environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION) || /^region/m.test(config),
  };
}
