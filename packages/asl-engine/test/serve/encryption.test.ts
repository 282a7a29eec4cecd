import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, machine, pass, prefix, refusal, roleArn } from './a-server.ts';

const definition = machine(pass);
const owned = { type: 'AWS_OWNED_KEY' };
const custom = { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: 'k' };
let server: Awaited<ReturnType<typeof aServer>>;
let count = 0;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const created = (encryptionConfiguration: unknown, fields: object = {}) =>
  server.client.send(
    new sfn.CreateStateMachineCommand({
      ...{ name: `e${++count}`, definition, roleArn, ...fields },
      encryptionConfiguration: encryptionConfiguration as never,
    }),
  );
const updated = (stateMachineArn: string, fields: object) =>
  server.client.send(new sfn.UpdateStateMachineCommand({ stateMachineArn, ...fields }));
const encryptionOf = async (stateMachineArn: string | undefined) =>
  (await server.client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn }))).encryptionConfiguration;
const at = (member: string, value: unknown, constraint: string) =>
  `Value ${value} at 'encryptionConfiguration.${member}' failed to satisfy constraint: Member must ${constraint}`;
const one = (problem: string) => `ValidationException: 1 validation error detected: ${problem}`;
const tooShort = at('kmsDataKeyReusePeriodSeconds', "'59'", 'have value greater than or equal to 60');

// What AWS answered in 2026 to people who tried it (public captures of MiniStack's suite).
describe('what a machine is encrypted with', () => {
  it.each<[string, object, string]>([
    ['no type', {}, one(at('type', 'null', 'not be null'))],
    [
      'an unknown type',
      { type: 'MINE' },
      one(at('type', "'MINE'", 'satisfy enum value set: [AWS_OWNED_KEY, CUSTOMER_MANAGED_KMS_KEY]')),
    ],
    [
      'a key of no letters',
      { ...custom, kmsKeyId: '' },
      one(at('kmsKeyId', "''", 'have length greater than or equal to 1')),
    ],
    ['59 seconds', { ...custom, kmsDataKeyReusePeriodSeconds: 59 }, one(tooShort)],
    ['59.9 seconds, of which 59 are read', { ...custom, kmsDataKeyReusePeriodSeconds: 59.9 }, one(tooShort)],
    [
      'three things that are wrong, told at once',
      { kmsKeyId: '', kmsDataKeyReusePeriodSeconds: 59 },
      `ValidationException: 3 validation errors detected: ${tooShort}; ${at('kmsKeyId', "''", 'have length greater than or equal to 1')}; ${at('type', 'null', 'not be null')}`,
    ],
    [
      'a customer key of no name',
      { type: 'CUSTOMER_MANAGED_KMS_KEY' },
      'InvalidEncryptionConfiguration: Invalid Encryption Configuration: Must set a valid kmsKeyId.',
    ],
    [
      'a key beside the type of AWS keys, whatever else',
      { ...owned, kmsKeyId: 'k', kmsDataKeyReusePeriodSeconds: 300 },
      'InvalidEncryptionConfiguration: Invalid Encryption Configuration: Custom kmsKeyId is not allowed when selecting AWS_OWNED_KEY.',
    ],
    [
      'seconds beside the type of AWS keys',
      { ...owned, kmsDataKeyReusePeriodSeconds: 300 },
      'InvalidEncryptionConfiguration: Invalid Encryption Configuration: Custom kmsDataKeyReusePeriodSeconds is not allowed when selecting AWS_OWNED_KEY.',
    ],
  ])('is refused with %s', async (_, configuration, words) => {
    expect(await refusal(created(configuration))).toBe(words);
  });

  it('is kept as far as it is known, with 300 seconds unless it says otherwise', async () => {
    const { stateMachineArn } = await created({ ...custom, extra: 'x' });
    expect(await encryptionOf(stateMachineArn)).toEqual({ ...custom, kmsDataKeyReusePeriodSeconds: 300 });
    await updated(stateMachineArn as string, { definition, encryptionConfiguration: owned });
    expect(await encryptionOf(stateMachineArn)).toEqual(owned);
  });

  it('is looked at in its members first, then with its machine, and then beside its definition', async () => {
    const never = `${prefix}:stateMachine:never`;
    const { stateMachineArn = '' } = await created(custom);
    const keyless = { type: 'CUSTOMER_MANAGED_KMS_KEY' };
    const why = async (arn: string, fields: object) => (await refusal(updated(arn, fields)))?.split(':')[0];
    expect(await refusal(created({}, { definition: 'no JSON' }))).toMatch(/^ValidationException/);
    expect(await why(never, { definition, encryptionConfiguration: {} })).toBe('ValidationException');
    expect(await why(never, { definition, encryptionConfiguration: keyless })).toBe('StateMachineDoesNotExist');
    for (const fields of [{}, { definition: 'no JSON' }])
      expect(await why(stateMachineArn, { ...fields, encryptionConfiguration: keyless })).toBe(
        'InvalidEncryptionConfiguration',
      );
    expect(await refusal(updated(stateMachineArn, { roleArn, encryptionConfiguration: custom }))).toBe(
      'MissingRequiredParameter: The definition must be specified when updating the EncryptionConfiguration',
    );
  });
});

describe('a member of another type than the API has', () => {
  it.each<[string, object, string]>([
    ['a number for a text', { type: 5 }, 'NUMBER_VALUE can not be converted to a String'],
    ['a list for a text', { type: [] }, 'Start of list found where not expected'],
    ['an object for a text', { type: {} }, 'Start of structure or map found where not expected.'],
    [
      'a text for a number',
      { kmsDataKeyReusePeriodSeconds: 'x', type: 5 },
      'STRING_VALUE can not be converted to an Integer',
    ],
    ['false for a text', { kmsKeyId: false, type: 5 }, 'FALSE_VALUE can not be converted to a String'],
  ])('is told by what cannot be read: %s', async (_, encryptionConfiguration, words) => {
    expect(await serializationError({ encryptionConfiguration })).toBe(words);
  });

  it.each<[unknown, string]>([
    ['AWS_OWNED_KEY', 'Expected null'],
    [true, 'Expected null'],
    [[], 'Start of list found where not expected'],
  ])('is told for an object that is %j', async (encryptionConfiguration, words) => {
    expect(await serializationError({ encryptionConfiguration, definition: 'no JSON' })).toBe(words);
  });
});

/** The words of a SerializationException, which have another member's name than those of other errors. */
async function serializationError(fields: object): Promise<unknown> {
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'X-Amz-Target': 'AWSStepFunctions.CreateStateMachine' },
    body: JSON.stringify({ name: 'mistyped', definition, roleArn, ...fields }),
  });
  const { __type, Message, message } = (await response.json()) as Record<string, unknown>;
  expect([response.status, __type, message]).toEqual([400, 'SerializationException', undefined]);
  return Message;
}
