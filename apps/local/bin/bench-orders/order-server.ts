import { existsSync, readFileSync } from 'node:fs';
import { type StartedProcess, startProcess } from './start-process.ts';

/** `order serve` of a checkout, in a process of its own. */
export interface OrderServer extends Pick<StartedProcess, 'id'> {
  readonly endpoint: string;
  readonly stateMachineArn: string;
  /** Ends it as Ctrl-C does; may be called twice. */
  end(): Promise<void>;
}

export async function startOrderServer(checkout: string, dataFolder: string): Promise<OrderServer> {
  const options = [...flagsOf(checkout), entryOf(checkout)];
  const given = [...options, 'serve', '--port', '0', '--json', '--data', dataFolder];
  const server = await startProcess(process.execPath, given, /^\{.*\}$/m);
  const [line = ''] = /^\{.*\}$/m.exec(server.written) ?? [];
  const { endpoint, stateMachineArn } = JSON.parse(line) as { endpoint: string; stateMachineArn: string };
  return { id: server.id, endpoint, stateMachineArn, end: () => server.end('SIGINT') };
}

/** As `pnpm order` of the checkout starts Node. */
function flagsOf(checkout: string): readonly string[] {
  const { scripts }: { readonly scripts: Record<string, string> } = JSON.parse(
    readFileSync(`${checkout}/package.json`, 'utf8'),
  );
  return scripts['order']?.replace(/^.*\bnode /, '').match(/--\S+/g) ?? [];
}

/** An older checkout has it under its older name. */
function entryOf(checkout: string): string {
  const [entry] = ['order.mjs', 'order.ts'].map((name) => `${checkout}/apps/local/bin/${name}`).filter(existsSync);
  if (entry === undefined) throw new Error(`${checkout} is no checkout of this repository.`);
  return entry;
}
