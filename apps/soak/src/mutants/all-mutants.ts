import type { Mutant } from './mutant.ts';
import { mutantsOfAnnouncing } from './mutants-of-announcing.ts';
import { mutantsOfAttempts } from './mutants-of-attempts.ts';
import { mutantsOfCancelling } from './mutants-of-cancelling.ts';
import { mutantsOfComposition } from './mutants-of-composition.ts';
import { mutantsOfExecution } from './mutants-of-execution.ts';
import { mutantsOfOwning } from './mutants-of-owning.ts';
import { mutantsOfPatience } from './mutants-of-patience.ts';
import { mutantsOfPayment } from './mutants-of-payment.ts';
import { mutantsOfReckoning } from './mutants-of-reckoning.ts';
import { mutantsOfSending } from './mutants-of-sending.ts';
import { mutantsOfShipping } from './mutants-of-shipping.ts';
import { mutantsOfStock } from './mutants-of-stock.ts';
import { mutantsOfTakingOver } from './mutants-of-taking-over.ts';
import { mutantsOfTelling } from './mutants-of-telling.ts';

/** Every way in which the workflow is broken to see whether the tests notice. */
export const allMutants: readonly Mutant[] = [
  ...mutantsOfComposition,
  ...mutantsOfPatience,
  ...mutantsOfPayment,
  ...mutantsOfShipping,
  ...mutantsOfTelling,
  ...mutantsOfExecution,
  ...mutantsOfSending,
  ...mutantsOfReckoning,
  ...mutantsOfOwning,
  ...mutantsOfAttempts,
  ...mutantsOfTakingOver,
  ...mutantsOfAnnouncing,
  ...mutantsOfCancelling,
  ...mutantsOfStock,
];
