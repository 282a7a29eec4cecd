/** What an operation answers. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written as JSON; a text is JSON Lines already. */
  readonly body: object | string;
}

/** An answer as API Gateway takes it from a function (HTTP API, payload format 2.0). */
export interface ApiResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** True of a body of bytes. */
  readonly isBase64Encoded?: true;
}

/** Answers are of one moment, and of one caller: nobody keeps them on the way. */
const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function writeApiAnswer({ status, headers, body }: ApiAnswer): ApiResult {
  const isText = typeof body === 'string';
  return {
    statusCode: status,
    headers: { 'content-type': isText ? 'application/jsonl' : 'application/json', ...always, ...headers },
    body: isText ? body : JSON.stringify(body),
  };
}
