import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startProcess } from '../start-process.ts';
import { freePort } from './free-port.ts';
import type { PeerPlace } from './peer.ts';

/** Where Debian has its programs: one folder a version. */
const versions = '/usr/lib/postgresql';

export const missingPostgres = 'PostgreSQL is not installed: apt-get install postgresql, or have initdb on the PATH';

/** Folder of `initdb` and `postgres`, with a slash; empty where the PATH has them; undefined where nothing has. */
export function findPostgres(): string | undefined {
  const [newest] = existsSync(versions)
    ? readdirSync(versions).toSorted((one, other) => Number(other) - Number(one))
    : [];
  if (newest !== undefined && existsSync(`${versions}/${newest}/bin/initdb`)) return `${versions}/${newest}/bin/`;
  const onPath = (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, 'initdb')));
  return onPath ? '' : undefined;
}

/** A server of its own, as it ships. */
export async function startPostgres({ root, folder }: Pick<PeerPlace, 'root' | 'folder'>) {
  const programs = findPostgres();
  if (programs === undefined) throw new Error(missingPostgres);
  const user = userFor([root, folder]);
  const data = join(folder, 'data');
  mkdirSync(data);
  if ('uid' in user) chownSync(data, user.uid, user.gid);
  const options = { ...user, cwd: data };
  const initdb = ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C'];
  execFileSync(`${programs}initdb`, initdb, { ...options, stdio: 'pipe' });
  const port = await freePort();
  const given = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const server = await startProcess(`${programs}postgres`, given, /ready to accept connections/, options);
  const ask = (query: string): string =>
    execFileSync(`${programs}psql`, ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-Atc', query], {
      ...options,
    }).toString();
  return {
    id: server.id,
    url: (database: string) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
    /** Of a database, without the log, which is used anew. */
    bytes: (database: string) => Number(ask(`SELECT pg_database_size('${database}')`)),
    end: () => server.end('SIGINT'),
  };
}

/** PostgreSQL does not run as root: then it runs as the user that its package made. */
function userFor(folders: readonly string[]): { readonly uid: number; readonly gid: number } | object {
  if (process.getuid?.() !== 0) return {};
  for (const folder of folders) chmodSync(folder, 0o755);
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres']).toString());
  return { uid: idOf('-u'), gid: idOf('-g') };
}
