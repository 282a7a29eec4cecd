import { loopbackOnly } from './loopback-only.ts';

/** The account of the emulator: no real one has this number. */
export const emulatorAccount = '000000000000';
export const emulatorRegion = 'us-east-1';

/**
 * An environment in which every AWS client talks to the emulator, with credentials that are worth nothing. Nothing that
 * this machine knows of AWS stays in it.
 *
 * @throws RangeError when the address is not of this machine
 */
export function emulatorEnvironment(endpoint: string, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...withoutAws(environment),
    AWS_ENDPOINT_URL: loopbackOnly(endpoint),
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: emulatorRegion,
    AWS_DEFAULT_REGION: emulatorRegion,
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_VERSION_CHECK: 'true',
  };
}

/** The environment without anything that leads to AWS. */
export function withoutAws(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(AWS|CDK)_/.test(name)));
}
