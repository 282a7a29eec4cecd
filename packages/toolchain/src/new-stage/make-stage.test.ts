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
const undone = stageNames('probe', 'Probe Order', 'Forget Probe');

/** A folder with what a stage is put into. */
function aRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'new-stage-'));
  for (const file of changedFiles(root)) cpSync(join(root, file), join(folder, file));
  return folder;
}

describe(makeStage, () => {
  it.each([
    ['without an undo', names],
    ['with an undo', undone],
  ])('leaves no name open, in no file, and the workflow depends on it, %s', (_, named) => {
    const repository = aRepository();
    const files = makeStage(repository, named, 'shipOrder');
    for (const file of files) {
      expect(file).not.toMatch(/[{}]|template/);
      expect(readFileSync(join(repository, file), 'utf8')).not.toContain('{{');
    }
    const { name, exports } = JSON.parse(readFileSync(join(repository, 'packages/probe/package.json'), 'utf8'));
    const { dependencies } = JSON.parse(readFileSync(join(repository, 'infra/package.json'), 'utf8'));
    expect(dependencies).toHaveProperty([name], 'workspace:^');
    expect(exports).toHaveProperty(['./lambda/*']);
    expect(readFileSync(join(repository, 'infra/src/order-workflow.ts'), 'utf8')).toContain('.next(probeOrder');
    expect(readFileSync(join(repository, '.github/CODEOWNERS'), 'utf8')).toMatch(/\n\/packages\/probe\/ @\S+\n$/);
  });

  it('gives a stage with an undo its port, its adapters, the contract of an undo, settings, a runbook entry and words', () => {
    const repository = aRepository();
    makeStage(repository, undone, 'processPayment');
    const read = (file: string) => readFileSync(join(repository, 'packages/probe/src', file), 'utf8');
    expect(read('ports/probe-service.ts')).toContain('undo(key: string)');
    for (const adapter of ['http', 'simulated'])
      expect(read('undo-probe-order.test.ts')).toContain(`adapters/${adapter}-probe-service.ts`);
    expect(read('undo-probe-order.test.ts').split('undoContract(')).toHaveLength(3);
    expect(read('probe-order-stage.ts')).toContain('apology: {');
    for (const manifest of ['probe-order-stage.ts', 'forget-probe-stage.ts'])
      expect(read(manifest)).toContain("settings: ['PROBE_URL', 'PROBE_TIMEOUT_MS']");
    expect(read('forget-probe-stage.ts')).toContain('runbook: `');
    expect(readFileSync(join(repository, 'infra/src/order-workflow.ts'), 'utf8')).toContain(
      '.next(probeOrder, { undo: forgetProbe })',
    );
  });

  it.each([
    ['without an undo', names],
    ['with an undo', undone],
  ])('edits three files, and nothing else but what is new, %s', (_, named) => {
    const repository = aRepository();
    const edited = makeStage(repository, named).filter((file) => existsSync(join(root, file)));
    expect(edited.toSorted()).toEqual(['.github/CODEOWNERS', 'infra/package.json', 'infra/src/order-workflow.ts']);
  });

  it("puts it into the sentence of another app, and leaves this one's alone", () => {
    const repository = aRepository();
    const app = 'examples/own-app';
    for (const file of ['src/shop-workflow.ts', 'src/shop-stack.ts', 'package.json'])
      cpSync(join(root, app, file), join(repository, app, file));
    const files = makeStage(repository, undone, 'checkFraud', app);
    const read = (file: string) => readFileSync(join(repository, file), 'utf8');
    expect(read(`${app}/src/shop-workflow.ts`)).toContain(
      '.next(checkFraud)\n  .next(probeOrder, { undo: forgetProbe })',
    );
    expect(JSON.parse(read(`${app}/package.json`)).dependencies).toHaveProperty(['@order-workflow/probe']);
    expect(files.filter((file) => file.startsWith('infra/'))).toEqual([]);
    expect(read('.changeset/stage-probe.md')).not.toContain('infra');
    expect(() => makeStage(repository, undone, undefined, 'apps/nowhere')).toThrow('--app: given "apps/nowhere"');
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
