import type { AdmittedRequest, AnswerRequest, FaultName } from '@order-workflow/simulators';
import { isJsonObject } from '../json/json-object.ts';
import type { InProcessTables, TableAnswer } from './in-process-tables.ts';
import type { LateCalls } from './late-calls.ts';
import { readTableCall, type TableCall } from './read-table-call.ts';
import { injectTableFault } from './table-fault.ts';

const protocol = 'application/x-amz-json-1.0';

interface DynamoDbProxyOptions {
  readonly tables: InProcessTables;
  /** What goes wrong with this request. */
  readonly takeFault: (call: TableCall) => FaultName | undefined;
  /** What of the faults is on its way to the table. */
  readonly late: LateCalls;
  /** Hears of a request before the table does. */
  readonly onCall: (call: TableCall | undefined) => Promise<void>;
  /** Whether a request that will never be answered is told so at once. */
  readonly tellsSilence: boolean;
}

/** Stands before DynamoDB, and lets it fail where that is asked for. */
export function dynamoDbProxy({ tables, takeFault, late, onCall, tellsSilence }: DynamoDbProxyOptions): AnswerRequest {
  return async (request, response) => {
    const send = ({ status, body }: TableAnswer) =>
      void response
        .writeHead(status, { 'content-type': protocol, 'content-length': Buffer.byteLength(body) })
        .end(body);
    const text = request.rawBody.toString('utf8');
    const body = parsed(text);
    const refused = refusal(request, body);
    if (refused !== undefined) return send({ status: 400, body: JSON.stringify(refused) });
    const call = isJsonObject(body) ? readTableCall(request.headers, body) : undefined;
    await onCall(call);
    await late.land();
    const perform = () => tables.call(request.headers, text);
    const fault = call && takeFault(call);
    if (fault === undefined) return send(await perform());
    const performLater = () => late.add(perform);
    await injectTableFault(fault, { request, response, tellsSilence, perform, performLater, send });
  };
}

/** What is no call of DynamoDB, and would not be answered by its stand-in but end it. */
function refusal({ method, url, headers }: AdmittedRequest, body: unknown): object | undefined {
  const type = String(headers['content-type'] ?? '').toLowerCase();
  if (method !== 'POST' || url !== '/' || type.split(';')[0]?.trim() !== protocol)
    return {
      __type: 'com.amazon.coral.service#UnknownOperationException',
      message: `Expected POST / with ${protocol}`,
    };
  return isJsonObject(body) ? undefined : { __type: 'com.amazon.coral.service#SerializationException' };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
