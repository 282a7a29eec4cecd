// Runs in whatever Node there is, before anything is installed: no dependencies, and types in comments.

/**
 * What there is on a machine; undefined where there is nothing of the kind. `platform` and `architecture` as Node names them; `node`:
 * the one that runs this; `java`: `17.0.9`, or `1.8.0_292` before 9; `python`: the first that can make virtual environments, or
 * else the first; `free`: bytes, where the repository is; `data`: the folder that orders are kept in, and why they cannot be.
 *
 * @typedef {{
 *   readonly platform: string, readonly architecture: string, readonly node: string,
 *   readonly npm: string | undefined, readonly pnpm: string | undefined, readonly git: string | undefined,
 *   readonly bash: string | undefined, readonly java: string | undefined, readonly maven: string | undefined,
 *   readonly python: { readonly version: string, readonly venv: boolean } | undefined,
 *   readonly free: number,
 *   readonly data: { readonly folder: string, readonly problem: string | undefined },
 *   readonly port: { readonly number: number, readonly free: boolean },
 *   readonly aws: { readonly credentials: boolean, readonly region: boolean },
 * }} Machine
 */

/**
 * What was found and what is expected, and how to mend it. `needed`: nothing starts without it; `lacks`: what it says is skipped or
 * refused.
 *
 * @typedef {{ readonly state: 'right' | 'needed' | 'lacks', readonly says: string, readonly mend?: string }} Finding
 */

const gigabyte = 1e9;
/** The packages twice, in pnpm's store and here where a disk knows no links, and what is built. */
const needed = 3 * gigabyte;

/**
 * Judges a machine, where the repository names that version of pnpm.
 *
 * @param {Machine} machine
 * @param {string} pnpm
 * @returns {readonly Finding[]}
 */
export function judgeMachine(machine, pnpm) {
  return [
    node(machine),
    npm(machine),
    ownPnpm(machine, pnpm),
    git(machine),
    disk(machine),
    data(machine),
    port(machine),
    bash(machine),
    browser(machine),
    java(machine),
    python(machine),
    aws(machine),
  ];
}

const right = (says) => ({ state: 'right', says });
const problem = (state, says, mend) => ({ state, says, mend });

/** Whether `20.9.1` is at least `20.9`. */
function atLeast(version, least) {
  const [given, expected] = [version, least].map((text) => text.split('.').map((part) => Number.parseInt(part, 10)));
  const differs = expected.findIndex((part, place) => part !== (given[place] ?? 0));
  return differs < 0 || (given[differs] ?? 0) > expected[differs];
}

function node({ node }) {
  if (atLeast(node, '20')) return right(`Node ${node}`);
  return problem(
    'needed',
    `Node ${node}, expected 20 or later`,
    'install the LTS from https://nodejs.org, or `nvm install 24`',
  );
}

function npm({ npm }) {
  if (npm !== undefined) return right(`npm ${npm}`);
  return problem(
    'needed',
    'no npm, which fetches pnpm and tries the packages outside',
    'install Node from https://nodejs.org, which brings it; some systems package it apart: `apt install npm`',
  );
}

function ownPnpm({ pnpm: found }, pnpm) {
  if (found === undefined) return right(`pnpm: none of your own; \`npx -y pnpm@${pnpm}\` stands for it`);
  if (found === pnpm) return right(`pnpm ${found}`);
  return problem(
    'lacks',
    `pnpm ${found}, expected ${pnpm}, so the lockfile may be read otherwise`,
    `say \`npx -y pnpm@${pnpm}\` for \`pnpm\`, or \`npm install --global pnpm@${pnpm}\``,
  );
}

function git({ git }) {
  if (git !== undefined) return right(`git ${git}`);
  return problem('lacks', 'no git: `pnpm test`, `pnpm mutants` and releases ask it what is here', 'install git');
}

function disk({ free }) {
  const gigabytes = (bytes) => `${(bytes / gigabyte).toFixed(1)} GB`;
  if (free >= needed) return right(`${gigabytes(free)} free`);
  return problem(
    'needed',
    `${gigabytes(free)} free, expected ${gigabytes(needed)}`,
    'make room: `npx pnpm store prune` drops packages that nothing uses any more',
  );
}

function data({ data: { folder, problem: why } }) {
  if (why === undefined) return right(`orders can be kept in ${folder}`);
  return problem(
    'needed',
    `orders cannot be kept in ${folder}: ${why}`,
    'make it yours (`chown`, `chmod u+w`), or keep the repository in a folder of yours',
  );
}

function port({ port: { number, free } }) {
  if (free) return right(`port ${number} is free`);
  return problem(
    'lacks',
    `port ${number} is taken, where \`pnpm console\` serves`,
    `end what listens there, or \`pnpm order serve --port ${number + 1}\``,
  );
}

function bash({ bash, platform }) {
  if (bash !== undefined) return right(`bash ${bash}`);
  const mend = platform === 'win32' ? 'use WSL, or the bash that comes with Git for Windows' : 'install bash';
  return problem('lacks', 'no bash, which `.ci/run` alone needs', mend);
}

function browser({ platform, architecture }) {
  if (platform === 'linux' && architecture === 'x64') return right('the console can be tried in a browser');
  return problem(
    'lacks',
    `${platform} on ${architecture}: the console's tests in a browser need Linux on x64`,
    'leave them to CI, or use the devcontainer on x64',
  );
}

function java({ java, maven }) {
  const version = java?.replace(/^1\./, '');
  if (version !== undefined && atLeast(version, '17') && maven !== undefined)
    return right(`Java ${java}, Maven ${maven}`);
  const found = [java === undefined ? 'no Java' : `Java ${java}`, maven === undefined ? 'no Maven' : `Maven ${maven}`];
  return problem(
    'lacks',
    `${found.join(', ')}, expected Java 17 or later and Maven: \`pnpm test:long\` leaves out AWS's own DynamoDB`,
    'install both: `apt install openjdk-17-jdk-headless maven`, `brew install openjdk maven`',
  );
}

function python({ python }) {
  if (python !== undefined && atLeast(python.version, '3.10') && python.venv) return right(`Python ${python.version}`);
  const found = python === undefined ? 'no Python' : `Python ${python.version}${python.venv ? '' : ' without venv'}`;
  return problem(
    'lacks',
    `${found}, expected 3.10 or later with venv: \`pnpm test:deploy\` and what \`pnpm test:long\` tries on emulators need it`,
    'install it: `apt install python3 python3-venv`, `brew install python`, https://python.org',
  );
}

function aws({ aws: { credentials, region } }) {
  if (credentials && region) return right('AWS credentials and a region');
  const missing = [credentials ? [] : ['credentials'], region ? [] : ['region']].flat().join(' and no ');
  return problem(
    'lacks',
    `AWS: no ${missing}, which \`pnpm deploy\` alone needs`,
    '`aws configure sso`, or AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION',
  );
}
