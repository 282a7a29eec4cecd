/** The variables of the mailer's function, besides those that Lambda gives it. */
export const mailerVariables = {
  /** From whom letters come: an e-mail address that SES has verified, or whose domain it has. */
  sender: 'NOTICE_SENDER',
  /** The name of the DynamoDB table of letters. */
  table: 'LETTERS_TABLE_NAME',
  /** The configuration set of SES that tells of bounces and complaints; none where it is left out. */
  configurationSet: 'SES_CONFIGURATION_SET',
} as const;

/** The partition key of the table of letters, a text, and the attribute by which DynamoDB lets an item go. */
export const letterTable = { key: 'letterId', expiry: 'expiresAt' } as const;

/** The facts from which the infrastructure makes the mailer. Seconds, as everywhere here. */
export const mailer = {
  functionName: 'SendLettersFunction',
  bundle: '@order-workflow/mailer/lambda/send-letters',
  memoryMb: 128,
  /** Five letters one after another: 5 s for SES and three calls of the table, 3 s each, and time to start. */
  timeoutSeconds: 90,
  batchSize: 5,
  /** Six times the function's own time, so that SQS hands no message out again that is worked on (SQS event source). */
  visibilitySeconds: 540,
  /** After so many tries, nine minutes apart, a letter waits for a person. */
  tries: 8,
} as const;
