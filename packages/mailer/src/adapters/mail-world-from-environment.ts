import { mailer, mailerVariables } from '../mailer-facts.ts';
import type { MailWorld } from '../send-letter.ts';
import { dynamoLetterBook } from './dynamo-letter-book.ts';
import { type Environment, needed, serviceFromEnvironment } from './service-from-environment.ts';
import { sesPostOffice } from './ses-post-office.ts';

/**
 * SES and the table of letters, as Lambda's environment says.
 *
 * @throws TypeError when a variable is missing
 */
export function mailWorldFromEnvironment(environment: Environment): MailWorld {
  const sender = needed(environment, mailerVariables.sender, 'the address from which letters come');
  const table = needed(environment, mailerVariables.table, 'the name of a DynamoDB table');
  return {
    office: sesPostOffice({
      ...serviceFromEnvironment(environment, 'email', 'SESV2'),
      sender,
      configurationSet: environment[mailerVariables.configurationSet],
    }),
    book: dynamoLetterBook({ ...serviceFromEnvironment(environment, 'dynamodb', 'DYNAMODB'), table }),
    clock: Date,
    leaseMs: mailer.timeoutSeconds * 1000,
  };
}
