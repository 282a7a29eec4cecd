import { describe, expect, it } from 'vitest';
import openapi from '../../openapi.json' with { type: 'json' };
import { problems } from '../http/problem.ts';
import { apiOperations } from '../operations.ts';
import { openapiDocument } from './openapi-document.ts';

describe(openapiDocument, () => {
  it('is what lies in the package: run `pnpm generate:openapi` after a change of what the API takes or answers', () => {
    expect(openapi).toEqual(openapiDocument());
  });

  it('describes every route, and no other', () => {
    const described = Object.entries(openapi.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId} ${method.toUpperCase()} ${path}`),
    );
    expect(described.toSorted()).toEqual(
      apiOperations.map(({ name, method, path }) => `${name} ${method} ${path}`).toSorted(),
    );
  });

  it('names every status that a problem has', () => {
    const statuses = new Set(
      Object.values(openapi.paths).flatMap((methods) =>
        Object.values(methods).flatMap(({ responses }) => Object.keys(responses)),
      ),
    );
    for (const { status } of Object.values(problems)) expect([...statuses]).toContain(String(status));
  });
});
