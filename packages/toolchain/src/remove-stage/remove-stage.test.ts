import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { changedFiles, makeStage } from '../new-stage/make-stage.ts';
import { stageNames } from '../new-stage/stage-names.ts';
import { removeStage } from './remove-stage.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const names = stageNames('probe', 'Probe Order', 'Forget Probe');

/** A folder with what a stage is put into. */
function aRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'remove-stage-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const file of changedFiles(root)) cpSync(join(root, file), join(folder, file));
  cpSync(join(root, 'packages/payment/package.json'), join(folder, 'packages/payment/package.json'));
  git(folder, 'init', '--quiet');
  return folder;
}

function git(cwd: string, ...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=A team', '-c', 'user.email=team@example.com', ...args], { cwd });
}

/** Every file of a folder, with what it holds. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !file.startsWith('.git/') && statSync(join(folder, file)).isFile(),
  );
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

describe(removeStage, () => {
  it('leaves nothing of a stage that was never released', () => {
    const repository = aRepository();
    const before = filesOf(repository);
    makeStage(repository, names, 'processPayment');
    expect(filesOf(repository)).not.toEqual(before);
    expect(() => removeStage(repository, 'probe')).toThrow('packages/probe holds what is in no commit');
    const { deleted, stays } = removeStage(repository, 'probe', { force: true });
    expect(filesOf(repository)).toEqual(before);
    expect({ deleted, stays }).toEqual({ deleted: ['packages/probe', '.changeset/stage-probe.md'], stays: false });
  });

  it('keeps the package of one that was released while orders may be under way with it, and removes it the second time', () => {
    const repository = aRepository();
    const before = filesOf(repository);
    makeStage(repository, names, 'processPayment');
    rmSync(join(repository, '.changeset/stage-probe.md'));
    const { changed, deleted, stays } = removeStage(repository, 'probe');
    expect({ changed, deleted, stays }).toEqual({
      changed: ['infra/src/order-workflow.ts', '.changeset/without-probe.md'],
      deleted: [],
      stays: true,
    });
    expect(existsSync(join(repository, 'packages/probe'))).toBe(true);
    git(repository, 'add', '.');
    git(repository, 'commit', '--quiet', '--message', 'A stage that was released');
    expect(removeStage(repository, 'probe')).toMatchObject({ deleted: ['packages/probe'], stays: false });
    const { '.changeset/without-probe.md': told, ...left } = filesOf(repository);
    expect(told).toContain("'@order-workflow/infra': minor");
    expect(left).toEqual(before);
  });

  it('writes nothing where another package uses it, where a sentence needs it, and where there is none', () => {
    const repository = aRepository();
    makeStage(repository, names);
    const uses = { name: 'other', devDependencies: { '@order-workflow/probe': 'workspace:*' } };
    writeFileSync(join(repository, 'packages/payment/package.json'), JSON.stringify(uses));
    const before = filesOf(repository);
    expect(() => removeStage(repository, 'probe')).toThrow('@order-workflow/probe is used by packages/payment');
    expect(() => removeStage(repository, 'prob')).toThrow('package: given "prob", expected a folder in packages');
    cpSync(join(repository, 'packages/probe'), join(repository, 'packages/notify'), { recursive: true });
    expect(() => removeStage(repository, 'notify')).toThrow('notifyCustomer is the last stage of the sentence');
    rmSync(join(repository, 'packages/notify'), { recursive: true });
    expect(filesOf(repository)).toEqual(before);
  });
});
