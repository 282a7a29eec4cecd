import { TaskFailure } from '../host/task-failure.ts';
import type { InvokeLambda } from '../host/task-handler.ts';
import { isJsonObject } from '../json/json.ts';
import { callEndpoint, jsonOrText } from './endpoint-call.ts';

/** Runs Lambda functions by the API of an endpoint (Lambda API reference, "Invoke"). */
export function lambdaAt(endpoint: string): InvokeLambda {
  return async ({ stateMachineArn, functionName, payload, qualifier, invocationType = 'RequestResponse' }) => {
    const query = qualifier === undefined ? '' : `?Qualifier=${encodeURIComponent(qualifier)}`;
    const { status, header, text } = await callEndpoint(endpoint, stateMachineArn, {
      service: 'lambda',
      method: 'POST',
      path: `/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations${query}`,
      headers: { 'X-Amz-Invocation-Type': invocationType },
      body: JSON.stringify(payload),
    });
    if (status >= 400) throw new TaskFailure(`Lambda.${header('x-amzn-errortype') ?? 'ServiceException'}`, text);
    // A function that runs nowhere may be answered for with a plain text.
    const answer = text === '' ? null : jsonOrText(text);
    if (header('x-amz-function-error') === undefined)
      return {
        payload: answer,
        statusCode: status,
        executedVersion: header('x-amz-executed-version') ?? '$LATEST',
      };
    const type = isJsonObject(answer) ? answer['errorType'] : undefined;
    throw new TaskFailure(typeof type === 'string' ? type : 'Lambda.Unknown', text);
  };
}
