import { serviceAddress } from '@order-workflow/stage-kit/aws';
import { dynamoServiceFromEnvironment, neededVariable } from '@order-workflow/stage-kit/dynamodb';
import { mailer, mailerVariables } from '../mailer-facts.ts';
import type { MailWorld } from '../send-letter.ts';
import { dynamoLetterBook } from './dynamo-letter-book.ts';
import { sesPostOffice } from './ses-post-office.ts';

/**
 * SES and the table of letters, as Lambda's environment says. `AWS_ENDPOINT_URL_SESV2`, or `AWS_ENDPOINT_URL`, says where SES is
 * instead of at AWS (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html).
 *
 * @throws TypeError when a variable is missing
 * @throws RangeError when an address may not be used
 */
export function mailWorldFromEnvironment(environment: Readonly<Record<string, string | undefined>>): MailWorld {
  const sender = neededVariable(environment, mailerVariables.sender, 'the address from which letters come');
  const table = neededVariable(environment, mailerVariables.table, 'the name of a DynamoDB table');
  const dynamo = dynamoServiceFromEnvironment(environment);
  const { region, credentials } = dynamo;
  const address = environment['AWS_ENDPOINT_URL_SESV2'] || environment['AWS_ENDPOINT_URL'];
  const suffix = region.startsWith('cn-') ? '.cn' : '';
  return {
    office: sesPostOffice({
      url: serviceAddress(address || `https://email.${region}.amazonaws.com${suffix}`),
      region,
      credentials,
      sender,
      configurationSet: environment[mailerVariables.configurationSet],
    }),
    book: dynamoLetterBook({ ...dynamo, table }),
    clock: Date,
    leaseMs: mailer.timeoutSeconds * 1000,
  };
}
