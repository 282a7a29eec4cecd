import { type AwsCredentials, serviceAddress } from '@order-workflow/stage-kit/aws';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A service of AWS, as Lambda's environment says where it is and who calls. */
export interface AwsService {
  readonly url: URL;
  readonly region: string;
  /** Read for each call, since they are replaced while a function lives. */
  readonly credentials: () => AwsCredentials;
}

/**
 * `AWS_ENDPOINT_URL_…` of the service, or `AWS_ENDPOINT_URL`, says where it is instead of at AWS
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html).
 *
 * @throws TypeError when a variable is missing
 */
export function serviceFromEnvironment(environment: Environment, host: string, endpoint: string): AwsService {
  const region = needed(environment, 'AWS_REGION', 'a region of AWS');
  const suffix = region.startsWith('cn-') ? '.cn' : '';
  const given = environment[`AWS_ENDPOINT_URL_${endpoint}`] || environment['AWS_ENDPOINT_URL'];
  return {
    url: serviceAddress(given || `https://${host}.${region}.amazonaws.com${suffix}`),
    region,
    credentials: () => ({
      accessKeyId: needed(environment, 'AWS_ACCESS_KEY_ID', 'the id of an access key'),
      secretAccessKey: needed(environment, 'AWS_SECRET_ACCESS_KEY', 'an access key'),
      sessionToken: environment['AWS_SESSION_TOKEN'],
    }),
  };
}

/** @throws TypeError that names the variable and what is expected */
export function needed(environment: Environment, name: string, what: string): string {
  const value = environment[name];
  if (!value) throw new TypeError(`${name}: missing, expected ${what}`);
  return value;
}
