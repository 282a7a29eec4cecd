import { jsonClient } from './json-client.ts';

/** Calls an action of Step Functions at an endpoint. Throws what is not answered by 200. */
export type StepFunctionsCall = (action: string, parameters: object) => Promise<Readonly<Record<string, unknown>>>;

/** A client that keeps its connections, as the SDK does. */
export function stepFunctionsClient(endpoint: string): { readonly call: StepFunctionsCall; close(): void } {
  const client = jsonClient();
  const call: StepFunctionsCall = async (action, body) => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AWSStepFunctions.${action}` };
    const { status, text } = await client.call({ method: 'POST', url: endpoint, headers, body });
    if (status !== 200) throw new Error(`${action}: ${status} ${text}`);
    return JSON.parse(text);
  };
  return { call, close: client.close };
}
