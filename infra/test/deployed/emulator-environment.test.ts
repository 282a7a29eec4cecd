import { describe, expect, it } from 'vitest';
import { emulatorEnvironment } from './emulator-environment.ts';

describe(emulatorEnvironment, () => {
  it('forgets whoever this machine is for AWS', () => {
    const environment = emulatorEnvironment('http://127.0.0.1:1', {
      PATH: '/bin',
      AWS_PROFILE: 'prod',
      AWS_SESSION_TOKEN: 'secret',
      AWS_ENDPOINT_URL_S3: 'https://s3.amazonaws.com',
      CDK_DEFAULT_ACCOUNT: '111122223333',
    });
    expect(environment).toMatchObject({
      PATH: '/bin',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ACCESS_KEY_ID: 'test',
    });
    for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ENDPOINT_URL_S3', 'CDK_DEFAULT_ACCOUNT'])
      expect(environment).not.toHaveProperty(name);
  });

  it('refuses an address that is not of this machine', () => {
    expect(() => emulatorEnvironment('https://amazonaws.com', {})).toThrow(RangeError);
  });
});
