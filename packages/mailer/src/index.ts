export { composeLetter } from './letter/compose-letter.ts';
export { type MailedNotice, readNotice } from './mailed-notice.ts';
export { letterTable, mailer, mailerVariables } from './mailer-facts.ts';
export type { Letter } from './ports/post-office.ts';
export { type PostAnswer, type PostOffice, type Refusal, refusals } from './ports/post-office.ts';
export { returnEvents } from './returned-letter.ts';
export type { LetterFault } from './send-letter.ts';
