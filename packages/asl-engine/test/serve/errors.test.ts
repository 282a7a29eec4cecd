import { readdirSync, readFileSync } from 'node:fs';
import * as sfn from '@aws-sdk/client-sfn';
import { expect, it } from 'vitest';

const serve = new URL('../../src/serve/', import.meta.url);
const source = readdirSync(serve, { encoding: 'utf8' })
  .map((file) => readFileSync(new URL(file, serve), 'utf8'))
  .join('\n');
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [, explained = ''] = /^Never answered, as nothing here runs into them: (.*?)\.$/ms.exec(readme) ?? [];

/** The errors that the API has, as the official SDK knows them. */
const errors = Object.entries(sfn).flatMap(([name, value]) =>
  typeof value === 'function' && value.prototype instanceof sfn.SFNServiceException ? [name] : [],
);

it('answers each error of the API, or says in the README that it never does', () => {
  expect(errors.length).toBeGreaterThan(30);
  const answered = errors.filter((name) => source.includes(`'${name}'`));
  const said = errors.filter((name) => explained.includes(`\`${name}\``));
  expect([...answered, ...said].toSorted()).toEqual(errors.toSorted());
});
