import { expect, it } from 'vitest';
import { mailWorldFromEnvironment } from './mail-world-from-environment.ts';

const environment = { NOTICE_SENDER: 'a@shop.example', LETTERS_TABLE_NAME: 'Letters', AWS_REGION: 'cn-north-1' };

it.each(Object.keys(environment))('says that %s is missing', (name) => {
  expect(() => mailWorldFromEnvironment({ ...environment, [name]: '' })).toThrow(`${name}: missing, expected `);
});

it('calls nothing before the first letter, not even for credentials', () => {
  expect(mailWorldFromEnvironment(environment).leaseMs).toBe(90_000);
});
