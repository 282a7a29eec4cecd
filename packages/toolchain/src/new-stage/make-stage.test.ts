import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { changedFiles, makeStage } from './make-stage.ts';
import { stageNames } from './stage-names.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
/** A stage that no team has. */
const names = stageNames('probe', 'Probe Order');

/** A folder with what a stage is put into. */
function aRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'new-stage-'));
  for (const file of changedFiles) cpSync(join(root, file), join(folder, file));
  return folder;
}

describe(makeStage, () => {
  it('leaves no name open, in no file, and the workflow depends on it', () => {
    const repository = aRepository();
    const files = makeStage(repository, names, 'shipOrder');
    for (const file of files) {
      expect(file).not.toMatch(/[{}]|template/);
      expect(readFileSync(join(repository, file), 'utf8')).not.toContain('{{');
    }
    const { name, exports } = JSON.parse(readFileSync(join(repository, 'packages/probe/package.json'), 'utf8'));
    const { dependencies } = JSON.parse(readFileSync(join(repository, 'infra/package.json'), 'utf8'));
    expect(dependencies).toHaveProperty([name], 'workspace:*');
    expect(exports).toHaveProperty(['./lambda/*']);
    expect(readFileSync(join(repository, 'infra/src/order-workflow.ts'), 'utf8')).toContain('.next(probeOrder)');
    expect(readFileSync(join(repository, '.github/CODEOWNERS'), 'utf8')).toMatch(/\n\/packages\/probe\/ @\S+\n$/);
  });

  it('edits three files, and nothing else but what is new', () => {
    const repository = aRepository();
    const edited = makeStage(repository, names).filter((file) => existsSync(join(root, file)));
    expect(edited.toSorted()).toEqual(['.github/CODEOWNERS', 'infra/package.json', 'infra/src/order-workflow.ts']);
  });

  it('has the files that the other stages have', () => {
    const repository = aRepository();
    makeStage(repository, names);
    const theirs = readdirSync(join(root, 'packages/notify')).filter((name) => /\.(json|ts|md)$/.test(name));
    const ours = readdirSync(join(repository, 'packages/probe'));
    expect(ours).toEqual(expect.arrayContaining(theirs.filter((name) => name !== 'CHANGELOG.md')));
  });

  it('writes nothing when there is such a package, or no stage to stand after', () => {
    const repository = aRepository();
    expect(() => makeStage(repository, names, 'nobody')).toThrow('--after: given "nobody"');
    expect(existsSync(join(repository, 'packages/probe'))).toBe(false);
    makeStage(repository, names);
    const before = readFileSync(join(repository, 'infra/src/order-workflow.ts'), 'utf8');
    expect(() => makeStage(repository, names)).toThrow('packages/probe is there already');
    expect(readFileSync(join(repository, 'infra/src/order-workflow.ts'), 'utf8')).toBe(before);
  });
});
