import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { changedFiles, makeStage } from './make-stage.ts';
import { stageNames } from './stage-names.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const biome = join(dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')), 'bin/biome');
const author = ['-c', 'user.name=A team', '-c', 'user.email=team@example.com'];

/** What `pnpm new:stage` is given: of stages that no team has. */
type Stage = readonly [name: string, state: string, after: string | undefined, undo?: string];

/** A repository with what a stage is put into, as of this work tree. */
function aRepository() {
  const folder = mkdtempSync(join(tmpdir(), 'merge-stages-'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...author, ...args], { cwd: folder, encoding: 'utf8' });
  const commit = (message: string) => {
    git('add', '.');
    git('commit', '--quiet', '--message', message);
  };
  for (const file of [...changedFiles(root), '.gitattributes', 'biome.json', 'packages/toolchain/lint'])
    cpSync(join(root, file), join(folder, file), { recursive: true });
  git('init', '--quiet', '--initial-branch', 'main');
  commit('before');
  return {
    folder,
    git,
    /** A stage as a team adds it, on a branch of its own. */
    addStage([name, state, after, undo]: Stage) {
      git('checkout', '--quiet', '-b', name, 'main');
      makeStage(folder, stageNames(name, state, undo), after);
      const formatted = changedFiles(root).filter((file) => /\.(ts|json)$/.test(file));
      execFileSync(process.execPath, [biome, 'check', '--write', ...formatted], { cwd: folder, stdio: 'ignore' });
      commit(`Add ${state}`);
    },
    merge(name: string) {
      const { status, stdout } = spawnSync('git', [...author, 'merge', '--no-edit', name], { cwd: folder });
      return status === 0 ? [] : [String(stdout)];
    },
    read: (file: string) => readFileSync(join(folder, file), 'utf8'),
  };
}

describe('two stages that two teams add at once', () => {
  it.each([
    [
      'after the same stage',
      ['probe-wrap', 'Probe Wrapping', 'processPayment'],
      ['probe-stock', 'Probe Stock', 'processPayment'],
    ],
    ['after the first', ['probe-fraud', 'Probe Fraud', undefined], ['probe-stock', 'Probe Stock', undefined]],
    [
      'in two places',
      ['probe-wrap', 'Probe Wrapping', 'processPayment'],
      ['probe-stock', 'Probe Stock', 'validateOrder'],
    ],
    [
      'with an undo each',
      ['probe-wrap', 'Probe Wrapping', 'processPayment', 'Unwrap Probe'],
      ['probe-stock', 'Probe Stock', 'processPayment', 'Release Probe'],
    ],
    [
      'one with an undo, one without',
      ['probe-wrap', 'Probe Wrapping', 'validateOrder', 'Unwrap Probe'],
      ['probe-stock', 'Probe Stock', 'validateOrder'],
    ],
    [
      'last of the alphabet',
      ['zz-warehouse', 'Probe Warehouse', 'shipOrder'],
      ['zz-wrap', 'Probe Wrapping', 'shipOrder'],
    ],
  ] as const satisfies readonly (readonly [string, Stage, Stage])[])(
    'merge without a conflict, and both are there: %s',
    (_, one: Stage, other: Stage) => {
      const { addStage, git, merge, read } = aRepository();
      addStage(one);
      addStage(other);
      git('checkout', '--quiet', 'main');
      expect([...merge(one[0]), ...merge(other[0])]).toEqual([]);
      const { dependencies } = JSON.parse(read('infra/package.json'));
      for (const [name, state, , undo] of [one, other]) {
        const { stateName, undoName } = stageNames(name, state, undo);
        const names = [stateName, undoName].filter(Boolean).sort().join(', ');
        expect(dependencies).toHaveProperty([`@order-workflow/${name}`]);
        expect(read('.github/CODEOWNERS').split('\n')).toContain(`/packages/${name}/ @order-workflow/${name}`);
        const put = undoName === undefined ? `.next(${stateName})` : `.next(${stateName}, { undo: ${undoName} })`;
        expect(read('infra/src/order-workflow.ts').split(put)).toHaveLength(2);
        expect(read('infra/src/order-workflow.ts')).toContain(`import { ${names} } from '@order-workflow/${name}';\n`);
      }
    },
  );
});
