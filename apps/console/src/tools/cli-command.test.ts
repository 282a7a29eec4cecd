import { expect, it } from 'vitest';
import { readableJson } from '../show/json-pieces.ts';
import { cliCommand } from './cli-command.ts';

const arn = 'arn:aws:states:us-east-1:000000000000:execution:Orders:order-12345';

it('says by which command of the AWS CLI the same is asked, here with the address of this server', () => {
  expect(cliCommand('describe-execution', arn, 'http://127.0.0.1:8083')).toBe(
    `aws stepfunctions describe-execution --execution-arn ${arn} --endpoint-url http://127.0.0.1:8083`,
  );
  expect(cliCommand('describe-execution', arn, 'https://console.shop.example')).toBe(
    `aws stepfunctions describe-execution --execution-arn ${arn}`,
  );
});

it('lets no name of an execution be a command of a shell', () => {
  expect(cliCommand('x', `${arn}'; rm -rf ~ #`, '')).toBe(
    `aws stepfunctions x --execution-arn '${arn}'\\''; rm -rf ~ #'`,
  );
});

it('indents an input for the form, unless that would change a number', () => {
  expect(readableJson('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(readableJson('{"a":12345678901234567890}')).toBe('{"a":12345678901234567890}');
  expect(readableJson('no JSON')).toBe('no JSON');
});
