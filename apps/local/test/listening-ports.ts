import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface ListeningPort {
  /** Dotted for IPv4, else as the kernel writes it. */
  readonly address: string;
  readonly port: number;
}

/** Every TCP port on which a process listens, as Linux knows it: `/proc/net/tcp` of its sockets, whoever opened them. */
export function listeningPorts(pid: number): readonly ListeningPort[] {
  const descriptors = readdirSync(`/proc/${pid}/fd`).map((descriptor) => readLink(`/proc/${pid}/fd/${descriptor}`));
  const own = new Set(descriptors.map((link) => /^socket:\[(\d+)\]$/.exec(link)?.[1]));
  return ['tcp', 'tcp6'].flatMap((table) => {
    const [, ...rows] = readFileSync(`/proc/${pid}/net/${table}`, 'utf8').trim().split('\n');
    return rows.flatMap((row) => {
      const [, local = '', , state, , , , , , inode] = row.trim().split(/\s+/);
      const [address = '', port = ''] = local.split(':');
      const listens = state === '0A' && own.has(inode);
      return listens ? [{ address: dotted(address), port: Number.parseInt(port, 16) }] : [];
    });
  });
}

/** A descriptor may be closed meanwhile. */
function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/** The kernel writes IPv4 as one number of the machine's byte order, which is little-endian. */
function dotted(address: string): string {
  if (address.length !== 8) return address;
  return [...Buffer.from(address, 'hex')].reverse().join('.');
}
