import { TaskFailure } from '../host/task-failure.ts';

/** What a service's endpoint is asked over HTTP. */
export interface EndpointCall {
  readonly service: string;
  readonly method: 'POST' | 'PUT' | 'GET';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/**
 * Asks an endpoint that stands for AWS, an emulator as a rule: the request is not really signed. Gives the answer's text. Throws
 * TaskFailure when there is none.
 */
export async function callEndpoint(
  endpoint: string,
  region: string,
  { service, method, path, headers = {}, body }: EndpointCall,
): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }> {
  const date = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = `local/${date.slice(0, 8)}/${region}/${service}/aws4_request`;
  const signature = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`;
  try {
    const response = await fetch(new URL(path, endpoint), {
      method,
      headers: { Authorization: signature, 'X-Amz-Date': date, ...headers },
      ...(body !== undefined && { body }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    throw new TaskFailure(`${service}.SdkClientException`, `${service} does not answer at ${endpoint}: ${why}`);
  }
}
