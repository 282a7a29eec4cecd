import { devNull } from 'node:os';
import { type LambdaFunction, localAccount } from '../assembly/assembly.ts';

/** Where the AWS SDK in a bundle finds a service, by the ending of its variable: `{ SNS: 'http://127.0.0.1:1234' }`. */
export type ServiceEndpoints = Readonly<Record<string, string>>;

/**
 * The environment of a function: the template's variables, Lambda's reserved ones, and the addresses of the local
 * services. Nothing of this process's own environment reaches a function, nor does an AWS configuration in the user's
 * home directory.
 */
export function functionEnvironment(
  { name, handler, memoryMb, codeDirectory, environment }: LambdaFunction,
  endpoints: ServiceEndpoints,
): Record<string, string> {
  return {
    ...environment,
    AWS_REGION: localAccount.region,
    AWS_DEFAULT_REGION: localAccount.region,
    // One of its own, as each has a role of its own: what it signs says who asks.
    AWS_ACCESS_KEY_ID: name,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    LAMBDA_TASK_ROOT: codeDirectory,
    _HANDLER: handler,
    ...Object.fromEntries(Object.entries(endpoints).map(([service, url]) => [`AWS_ENDPOINT_URL_${service}`, url])),
  };
}
