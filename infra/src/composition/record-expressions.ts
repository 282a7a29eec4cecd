import { type Outcome, writtenContract } from '@order-workflow/order-domain';

/**
 * The JSONata by which states write the record: each adds its own key and leaves the others as they are.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */

/** What a stage's function gets: the whole record. */
export const wholeRecord = jsonata('$states.input');

/** What an undo's function gets: the record, and of the execution what it needs to know its own effects by. */
export const recordAndExecution = addToRecord(
  member('execution', '{"startedAt": $states.context.Execution.StartTime}'),
);

/**
 * What the first stage's function gets: whatever was sent. A text as `Payload` is sent as it stands and must be JSON
 * itself, and other values that are no objects may be refused, so they go as their JSON text: `"order"` with its quotes.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export const whateverWasSent = jsonata(
  `$type($states.input) = "object" ? $states.input : ${inner('$string({"": $states.input})', '{"":', '}')}`,
);

/** The first state turns what was sent into a record. */
export function openRecord(key: string): string {
  return jsonata(`{${contract}, "order": $states.input, ${member(key, '$states.result.Payload')}}`);
}

/** A stage adds its receipt and, where the order's outcome is decided by it, the outcome. */
export function addReceipt(key: string, outcome?: Outcome): string {
  return addToRecord(member(key, '$states.result.Payload'), decided(outcome));
}

/** A Catch notes which stage failed and how, and what that makes of the order. */
export function noteFailure(key: string, outcome: Outcome): string {
  return addToRecord(failureOf(key), decided(outcome));
}

/**
 * What the first stage rejected is no order: it is carried for the notice unless it is larger than any order can be, so
 * that the record stays under the 262,144 bytes of a state's output. The execution's input keeps it in any case.
 */
export function noteRejectedInput(key: string, outcome: Outcome): string {
  const order = '"order": $length($string($states.input)) > 65536 ? null : $states.input';
  return jsonata(`{${[contract, order, failureOf(key), decided(outcome)].join(', ')}}`);
}

/** What turned out to stand after all takes the place of the receipt that never came. */
export function takeStanding(undoKey: string, key: string, outcome?: Outcome): string {
  return addToRecord(member(key, standing(undoKey)), decided(outcome));
}

/** Whether an undo found that the effect stands. */
export function stands(undoKey: string): string {
  return jsonata(`$exists(${standing(undoKey)})`);
}

/** A Catch notes that the notice did not go out. The order's own failure, if there was one, stays. */
export function noteUndelivered(key: string): string {
  return addToRecord(member(key, `{"status": "undelivered", ${errorOutput}}`));
}

/** The notice waits in the queue. */
export function noteParked(key: string): string {
  const parked = '{"status": "parked", "messageId": $states.result.MessageId}';
  return addToRecord(member(key, `$merge([$states.input.${key}, ${parked}])`));
}

/** The record as text, for a message's body. */
export const recordAsText = jsonata('$string($states.input)');

const contract = `"contract": ${writtenContract}`;
const errorOutput = '"error": $states.errorOutput.Error, "cause": $states.errorOutput.Cause';

function failureOf(key: string): string {
  return `"failure": {"stage": "${key}", ${errorOutput}}`;
}

function decided(outcome: Outcome | undefined): string | undefined {
  return outcome && `"outcome": "${outcome}"`;
}

function standing(undoKey: string): string {
  return `$states.input.${undoKey}.standing`;
}

function member(key: string, value: string): string {
  return `"${key}": ${value}`;
}

function addToRecord(...members: readonly (string | undefined)[]): string {
  return jsonata(`$merge([$states.input, {${members.filter(Boolean).join(', ')}}])`);
}

/** A text without what is around it. */
function inner(text: string, { length: before }: string, { length: after }: string): string {
  return `$substring(${text}, ${before}, $length(${text}) - ${before + after})`;
}

function jsonata(expression: string): string {
  return `{% ${expression} %}`;
}
