import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { openDataFolder } from '../cli/open-data-folder.ts';
import { dataFolder } from './data-folder.ts';
import { notedServer, noteServer } from './note-server.ts';

it('is known where a server answers, to its owner alone, until another command has the folder', async () => {
  const folder = dataFolder(temporaryFolder());
  expect(notedServer(folder)).toBe(undefined);
  noteServer(folder, 'http://127.0.0.1:8083');
  expect(notedServer(folder)).toBe('http://127.0.0.1:8083');
  if (process.getuid) expect(statSync(folder.serverFile).mode & 0o077).toBe(0);
  (await openDataFolder(folder)).close();
  expect(notedServer(folder)).toBe(undefined);
});

it('is no failure where it cannot be noted', () => {
  const folder = dataFolder(`${temporaryFolder()}/nowhere`);
  noteServer(folder, 'http://127.0.0.1:8083');
  expect(notedServer(folder)).toBe(undefined);
});
