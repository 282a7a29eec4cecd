import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { dataFolder, filesOf } from './data-folder.ts';
import { describeStorageProblem } from './data-folder-unusable.ts';
import { makeDataFolder } from './make-data-folder.ts';

describe(dataFolder, () => {
  it('is the one asked for, then the one of the environment, then the own one of the repository', () => {
    const environment = { INIT_CWD: '/home/me', ORDER_WORKFLOW_DATA: 'named' };
    expect(dataFolder('given', environment).path).toBe('/home/me/given');
    expect(dataFolder('/given', environment).path).toBe('/given');
    expect(dataFolder(undefined, environment).path).toBe('/home/me/named');
    expect(dataFolder(undefined, {}).path).toMatch(/\/\.order-workflow\/local$/);
  });
});

describe(describeStorageProblem, () => {
  it('says that there is a file in the place of the folder, or of a folder above it', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    for (const [path, words] of [
      [file, 'it is a file, expected a folder'],
      [join(file, 'data'), 'part of its path is a file, expected a folder'],
    ] as const) {
      const folder = dataFolder(path);
      const problem = thrownBy(() => makeDataFolder(folder, () => undefined));
      expect(describeStorageProblem(folder, problem)).toMatchObject({
        name: 'DataFolderUnusable',
        message: `${path} cannot be used: ${words}`,
      });
    }
  });

  it('names the file that is damaged, whichever it is', () => {
    const folder = dataFolder(temporaryFolder());
    for (const file of filesOf(folder)) {
      writeFileSync(file, 'no database');
      const problem = Object.assign(new Error('file is not a database'), { code: 'ERR_SQLITE_ERROR', errcode: 26 });
      expect(describeStorageProblem(folder, problem)).toHaveProperty(
        'message',
        expect.stringContaining(`${file} is damaged`),
      );
      writeFileSync(file, '');
    }
  });

  it('leaves any other problem as it is', () => {
    const problem = new TypeError('a defect');
    expect(describeStorageProblem(dataFolder('/x'), problem)).toBe(problem);
  });
});

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (problem) {
    return problem;
  }
  return undefined;
}
