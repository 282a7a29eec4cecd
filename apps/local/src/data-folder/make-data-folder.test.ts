import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { allFilesOf, dataFolder, filesOf } from './data-folder.ts';
import { keepFromOthers, makeDataFolder } from './make-data-folder.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;

/** A folder with these rights, whatever the umask is. */
function folderOf(mode: number) {
  const path = join(temporaryFolder(), 'data');
  mkdirSync(path);
  chmodSync(path, mode);
  return dataFolder(path);
}

function make(folder: ReturnType<typeof dataFolder>): readonly string[] {
  const told: string[] = [];
  makeDataFolder(folder, (message) => told.push(message));
  return told;
}

describe.skipIf(process.getuid === undefined)(makeDataFolder, () => {
  it('makes a folder that only its owner can enter, since it holds personal data', () => {
    const folder = dataFolder(join(temporaryFolder(), 'deep', 'data'));
    expect(make(folder)).toEqual([]);
    expect(modeOf(folder.path)).toBe(0o700);
  });

  it('leaves a folder that nobody else may enter as it is', () => {
    expect(make(folderOf(0o700))).toEqual([]);
  });

  it.each([0o755, 0o777, 0o750, 0o701])('takes an empty folder of mode %o from others, and says so', (mode) => {
    const folder = folderOf(mode);
    const text = `0${mode.toString(8)}`;
    expect(make(folder)).toEqual([
      `Others could enter ${folder.path} (mode ${text}): it is its owner's alone now, since it holds personal data.`,
    ]);
    expect(modeOf(folder.path)).toBe(0o700);
  });

  it('takes a folder from others in which it has worked before', () => {
    const folder = folderOf(0o755);
    for (const file of allFilesOf(folder)) for (const end of ['', '-wal', '-shm']) writeFileSync(file + end, '');
    expect(make(folder)).toHaveLength(1);
    expect(modeOf(folder.path)).toBe(0o700);
  });

  it('refuses a folder that others may enter and that holds other things, and leaves it as it is', () => {
    const folder = folderOf(0o755);
    writeFileSync(join(folder.path, 'index.html'), '');
    expect(() => make(folder)).toThrow(
      `${folder.path} cannot be used: others may enter it (mode 0755), and it holds other things too.`,
    );
    expect(modeOf(folder.path)).toBe(0o755);
  });

  it('refuses a folder that users share, as /tmp', () => {
    const folder = folderOf(0o1777);
    expect(() => make(folder)).toThrow('it is a folder that users share');
  });
});

describe.skipIf(process.getuid === undefined)(keepFromOthers, () => {
  it('makes files that only their owner can read, and takes those that are there from others', () => {
    const folder = folderOf(0o700);
    const [first = ''] = filesOf(folder);
    for (const end of ['', '-wal', '-shm', '-journal']) {
      writeFileSync(first + end, 'kept');
      chmodSync(first + end, 0o644);
    }
    keepFromOthers(filesOf(folder));
    const entries = readdirSync(folder.path).map((entry) => join(folder.path, entry));
    expect(entries).toHaveLength(filesOf(folder).length + 3);
    for (const entry of entries) expect(modeOf(entry), entry).toBe(0o600);
    expect(statSync(first).size).toBe(4);
  });
});
