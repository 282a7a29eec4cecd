import { unpackGzip } from '../src/adapters/packed-answer.ts';
import { placePart } from '../src/decisions/place-part.ts';
import type { BatchPorts } from '../src/decisions/post-batch.ts';
import type { ApiRequest } from '../src/http/api-request.ts';
import type { ExecutionStanding } from '../src/ports/executions-to-start.ts';
import { aPost, aWorld } from './a-world.ts';
import { memoryBatches } from './memory-batches.ts';

interface StartedBatch {
  readonly name: string;
  readonly input: { readonly batchId: string; readonly parts: number };
  standing: ExecutionStanding;
}

/** A world in which batches are accepted, and worked on when a test says so. */
export function aBatchWorld() {
  const orders = aWorld();
  const started: StartedBatch[] = [];
  const ports: BatchPorts & { readonly unpack: typeof unpackGzip } = {
    batches: memoryBatches(),
    executions: {
      async start(_, name, input) {
        if (!started.some((one) => one.name === name))
          started.push({ name, input: input as StartedBatch['input'], standing: { status: 'RUNNING' } });
      },
      describe: async (_, name) => started.find((one) => one.name === name)?.standing ?? { status: 'UNKNOWN' },
    },
    clock: orders.ports.clock,
    unpack: unpackGzip,
  };
  return {
    orders,
    ports,
    started,
    /** The state machine works on a batch to its end, part by part. */
    async work({ input: { batchId, parts } }: StartedBatch) {
      for (let part = 1; part <= parts; part++)
        await placePart(batchId, part, { ...orders.ports, batches: ports.batches });
    },
  };
}

/** `POST /batches` of these lines, each an order or a text as it is, under this key. */
export function aBatch(
  lines: readonly unknown[],
  key: string | undefined = 'batch-1',
  headers: ApiRequest['headers'] = {},
): ApiRequest {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  return { ...aPost('', key, { 'content-type': 'application/jsonl', ...headers }), body: Buffer.from(text) };
}

/** A request about a batch. */
export function aboutBatch(location: string | undefined): ApiRequest {
  const [, , id] = (location ?? '').split('/');
  return { ...aPost('', undefined), body: Buffer.alloc(0), path: { id } };
}
