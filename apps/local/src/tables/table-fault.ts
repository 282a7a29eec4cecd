import type { ServerResponse } from 'node:http';
import { type AdmittedRequest, type FaultName, faultKind } from '@order-workflow/simulators';
import type { TableAnswer } from './in-process-tables.ts';

/** How a request to a table is answered, and whether it has its effect. */
interface CallWithFault {
  readonly request: AdmittedRequest;
  readonly response: ServerResponse;
  /** Says at once what will never be answered. */
  readonly tellsSilence: boolean;
  /** Asks the table. */
  readonly perform: () => Promise<TableAnswer>;
  /** Has the table be asked some time later, when nobody listens any more. */
  readonly performLater: () => void;
  readonly send: (answer: TableAnswer) => void;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const failure = (status: number, name: string): TableAnswer => ({
  status,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'switched on' }),
});

const failures: Partial<Record<FaultName, TableAnswer>> = {
  unavailable: failure(503, 'ServiceUnavailable'),
  'rate-limited': failure(400, 'ThrottlingException'),
  'error-before': failure(500, 'InternalServerError'),
  'error-after': failure(500, 'InternalServerError'),
  malformed: { status: 200, body: '{"Item":' },
};

/** Lets a request to a table go wrong as the fault says. */
export async function injectTableFault(fault: FaultName, call: CallWithFault): Promise<void> {
  const { request, response, tellsSilence, perform, performLater, send } = call;
  const { effect } = faultKind(fault);
  const performed = effect === 'done' ? await perform() : undefined;
  if (effect === 'later') performLater();
  switch (fault) {
    case 'timeout-before':
    case 'timeout-after-success':
    case 'lands-late':
      if (tellsSilence) response.writeProcessing();
      return;
    case 'cut-before':
    case 'cut-after':
      return void request.socket.destroy();
    case 'written-twice':
      // As a request looks that something on the way has sent twice: the answer is the table's own.
      return send(await perform());
    default:
      return send(failures[fault] ?? performed ?? failure(500, 'InternalServerError'));
  }
}
