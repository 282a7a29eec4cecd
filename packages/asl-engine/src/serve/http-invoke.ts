import { TaskFailure } from '../host/task-failure.ts';
import type { TaskIntegration } from '../host/task-handler.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { ask, jsonOrText } from './endpoint-call.ts';

/** What an EventBridge connection adds to the requests that name it (EventBridge API reference, "ConnectionHttpParameters"). */
export interface HttpConnection {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Members that are put into a body that is an object. */
  readonly body?: JsonObject;
}

/** How HTTP tasks are done. */
export interface HttpInvokeOptions {
  /** What stands for EventBridge's connections, by their ARNs. */
  readonly connections?: Readonly<Record<string, HttpConnection>>;
  /** Whether other machines than this one may be called; not unless told. */
  readonly allowRemote?: boolean;
}

/**
 * The integration `http:invoke` (Developer Guide, "Call HTTPS APIs"): an answer of a status from 400 on is the error
 * `States.Http.StatusCode.<status>`, no answer `States.Http.Socket`. On this machine plain HTTP will do.
 */
export function httpInvoke({ connections = {}, allowRemote = false }: HttpInvokeOptions): TaskIntegration {
  return async (parameters, { signal }) => {
    const given = isJsonObject(parameters) ? parameters : {};
    const connection = connectionOf(given, connections);
    const url = urlOf(given, connection, allowRemote);
    const { type, text } = bodyOf(given, connection);
    const headers = {
      ...(text !== undefined && { 'Content-Type': type }),
      ...pairs(given['Headers']),
      ...connection.headers,
    };
    const answer = await ask(url, String(given['Method'] ?? 'GET'), headers, text, signal).catch((problem: unknown) => {
      throw new TaskFailure('States.Http.Socket', problem instanceof Error ? problem.message : String(problem));
    });
    if (answer.status >= 400) throw new TaskFailure(`States.Http.StatusCode.${answer.status}`, answer.text);
    return {
      Headers: valuesByName(answer.headers),
      ResponseBody: jsonOrText(answer.text),
      StatusCode: answer.status,
      StatusText: answer.statusText,
    };
  };
}

function connectionOf(given: JsonObject, connections: Readonly<Record<string, HttpConnection>>): HttpConnection {
  const holder = given['InvocationConfig'] ?? given['Authentication'];
  const arn = isJsonObject(holder) ? holder['ConnectionArn'] : undefined;
  if (arn === undefined) return {};
  const found = Object.hasOwn(connections, String(arn)) ? connections[String(arn)] : undefined;
  if (found) return found;
  throw new TaskFailure('States.Runtime', `There is no connection '${arn}' here: say what it adds to a request.`);
}

function urlOf(given: JsonObject, { query = {} }: HttpConnection, allowRemote: boolean): URL {
  const endpoint = String(given['ApiEndpoint'] ?? '');
  if (!URL.canParse(endpoint))
    throw new TaskFailure(
      'States.Runtime',
      `ApiEndpoint '${endpoint}' must be a URL, as https://api.example.com/orders.`,
    );
  const url = new URL(endpoint);
  if (!allowRemote && !isOnThisMachine(endpoint))
    throw new TaskFailure('States.Runtime', `${url.origin} is not on this machine, and others are not allowed here.`);
  if (url.protocol !== 'https:' && !isOnThisMachine(endpoint))
    throw new TaskFailure('States.Runtime', `ApiEndpoint '${endpoint}' must begin with https://.`);
  const added = isJsonObject(given['QueryParameters']) ? Object.entries(given['QueryParameters']) : [];
  for (const [name, value] of [...added, ...Object.entries(query)])
    for (const one of Array.isArray(value) ? (value as readonly Json[]) : [value])
      url.searchParams.append(name, String(one));
  return url;
}

function bodyOf(
  given: JsonObject,
  { body = {} }: HttpConnection,
): { readonly type: string; readonly text: string | undefined } {
  const { RequestBody, Transform } = given;
  const isForm = isJsonObject(Transform) && Transform['RequestBodyEncoding'] === 'URL_ENCODED';
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  if (RequestBody === undefined && Object.keys(body).length === 0) return { type, text: undefined };
  const own = RequestBody ?? {};
  const whole = isJsonObject(own) ? { ...own, ...body } : own;
  if (isForm && isJsonObject(whole)) return { type, text: formOf(whole, formatOf(Transform)).toString() };
  return { type, text: typeof whole === 'string' ? whole : JSON.stringify(whole) };
}

function formatOf(transform: JsonObject): string {
  const options = transform['RequestEncodingOptions'];
  return isJsonObject(options) ? String(options['ArrayFormat'] ?? 'INDICES') : 'INDICES';
}

// Developer Guide, "ArrayFormat": `array=a&array=b`, `array[]=a`, `array[0]=a`, `array=a,b`.
function formOf(body: JsonObject, format: string): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) {
    if (!Array.isArray(value)) form.append(name, textOf(value));
    else if (format === 'COMMAS') form.append(name, value.map(textOf).join(','));
    else
      for (const [index, item] of (value as readonly Json[]).entries())
        form.append(`${name}${format === 'INDICES' ? `[${index}]` : format === 'BRACKETS' ? '[]' : ''}`, textOf(item));
  }
  return form;
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function pairs(given: Json | undefined): Record<string, string> {
  const entries = isJsonObject(given) ? Object.entries(given) : [];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : textOf(value)]),
  );
}

function valuesByName(headers: readonly (readonly [name: string, value: string])[]): Json {
  const found = new Map<string, string[]>();
  for (const [name, value] of headers) found.set(name.toLowerCase(), [...(found.get(name.toLowerCase()) ?? []), value]);
  return Object.fromEntries(found);
}

/** Whether a URL leads to this machine. */
export function isOnThisMachine(address: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(new URL(address).hostname);
}
