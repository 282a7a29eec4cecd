import { EventEmitter } from 'node:events';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createRequire } from 'node:module';
import type { ItemStore } from './item-store.ts';

export interface TableAnswer {
  readonly status: number;
  readonly body: string;
}

/** DynamoDB of an emulator that listens on no port: what it is asked has come through a door of ours. */
export interface InProcessTables {
  /** Sends a `POST /` with these headers, of which `X-Amz-Target` names the operation. */
  call(headers: IncomingHttpHeaders, body: string): Promise<TableAnswer>;
  close(): Promise<void>;
}

/** dynalite, which has no types of its own. `db` is a part that ours is patched for: see patches/. */
type Dynalite = (options: { readonly db: ItemStore; readonly createTableMs: number }) => Server;

/** `onFailure` hears what the store throws. Whoever asked is told that DynamoDB itself has failed. */
export function inProcessTables(store: ItemStore, onFailure: (problem: unknown) => void): InProcessTables {
  const dynalite: Dynalite = createRequire(import.meta.url)('dynalite');
  const server = dynalite({ db: tellingFailures(store, onFailure), createTableMs: 0 });
  return {
    call: (headers, payload) =>
      new Promise((resolve) => {
        // No more of a request and a response than dynalite asks for: streams would cost as much as its answer does.
        const request = Object.assign(new EventEmitter(), { method: 'POST', url: '/', headers });
        const response = {
          statusCode: 200,
          setHeader: () => undefined,
          end: (body = '') => resolve({ status: response.statusCode, body }),
        };
        server.emit('request', request, response);
        request.emit('data', Buffer.from(payload));
        request.emit('end');
      }),
    close: () => store.close(),
  };
}

function tellingFailures(store: ItemStore, onFailure: (problem: unknown) => void): ItemStore {
  const guard =
    <Given extends unknown[], Found>(call: (...given: Given) => Promise<Found>) =>
    async (...given: Given): Promise<Found> => {
      try {
        return await call(...given);
      } catch (problem) {
        onFailure(problem);
        throw new StoreFailed('the items of tables cannot be read or written', { cause: problem });
      }
    };
  return { ...store, get: guard(store.get), put: guard(store.put), del: guard(store.del), batch: guard(store.batch) };
}

/** A failure of the store as dynalite answers it. */
class StoreFailed extends Error {
  override readonly name = 'StoreFailed';
  readonly statusCode = 500;
  readonly body = {
    __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError',
    message: 'The request processing has failed because of an unknown error',
  };
}
