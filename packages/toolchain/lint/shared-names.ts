const bothSides = 'one thing, told on both sides of a wall that neither may import across';
const ofAws = "AWS's own word, for which each side keeps what it needs of it";
const twins = 'the same question put to two services: the stages, or the ledgers, of payment and shipping';
const apart = 'two things in packages that never meet; each is the word of its own field';

/**
 * Names that more than one module exports, and why. A stranger who searches for one finds them all, so a new one is called
 * something else unless it stands for the very same thing.
 */
export const sharedNames: Readonly<Record<string, string>> = {
  executionArn: ofAws,
  executionStatuses: ofAws,
  ExecutionStatus: ofAws,
  DescribedExecution: ofAws,
  HistoryEvent: ofAws,
  ApiError: ofAws,
  Operation: ofAws,
  Call: apart,
  Answer: apart,
  answerCall: bothSides,
  FaultInjection: bothSides,
  CustomerMessage: bothSides,
  JsonSyntaxError: bothSides,
  findJsonSyntaxError: bothSides,
  keepsNumber: bothSides,
  nameExecution: bothSides,
  formatDuration: bothSides,
  readableText: bothSides,
  isJsonObject: bothSides,
  StageNote: bothSides,
  EndedInvocation: bothSides,
  holdsNothing: bothSides,
  Apologies: bothSides,
  Clock: bothSides,
  declineReasons: bothSides,
  DeclineReason: bothSides,
  ChargeRequest: bothSides,
  RefundRequest: bothSides,
  LedgerEntry: twins,
  Misused: twins,
  NoAnswer: twins,
  LedgerAnswer: twins,
  QueuedRow: twins,
  QueuedRequest: twins,
  readSecret: 'a secret of AWS, read by a function, and by a deployment, which may wait',
  serveCommand: 'the command `serve` of two command lines',
  Machine: apart,
  Attempt: apart,
  Place: apart,
  Life: apart,
  World: apart,
  Rule: apart,
  JournalEntry: apart,
  Manifest: apart,
  failureOf: apart,
  readStored: apart,
  patienceOf: 'of a stage, and of a state of the plan: one number, asked of each',
};
