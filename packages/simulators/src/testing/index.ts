export { magicPostalCodes } from '../carrier/magic-postal-codes.ts';
export { magicTokens } from '../gateway/magic-tokens.ts';
export { aClock } from './a-clock.ts';
export { attempts, patientTries, promptTries } from './attempts.ts';
export { faultAt } from './fault-at.ts';
export { faultedAnswers } from './faulted-answers.ts';
export { impatientSwitchboard } from './impatient-switchboard.ts';
export { temporaryLedgerFile } from './temporary-ledger-file.ts';
