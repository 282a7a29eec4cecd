import { spawnSync } from 'node:child_process';

const names = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'];
const test = 'import sys, venv, ensurepip; sys.exit(0 if sys.version_info >= (3, 10) else 1)';

/** A Python of 3.10 or later that can make virtual environments; undefined when this machine has none. */
export function findPython(): string | undefined {
  return names.find((name) => spawnSync(name, ['-c', test], { stdio: 'ignore' }).status === 0);
}
