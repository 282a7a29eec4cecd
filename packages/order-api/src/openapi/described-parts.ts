import { type ProblemName, problems } from '../http/problem.ts';

export type DocumentPart = Readonly<Record<string, unknown>>;

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Problems of one status are told together. */
export function told(...names: readonly ProblemName[]): DocumentPart {
  const byStatus = Map.groupBy(names, (name) => problems[name].status);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      {
        description: same.map((name) => problems[name].title).join(', or: '),
        ...(status === 503 && { headers: { 'Retry-After': retryAfter } }),
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  );
}

export const retryAfter = {
  description: 'In how many seconds it is worth asking again.',
  schema: { type: 'integer', minimum: 1 },
};
export const location = { description: 'Where the order stands.', schema: { type: 'string' }, required: true };

export const keyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'One key an order that is sent, the same each time that it is sent again; known for 14 days.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]([ -~]*[!-~])?$' },
};

/** Of every operation. */
export const always = ['unavailable', 'defect'] as const;
