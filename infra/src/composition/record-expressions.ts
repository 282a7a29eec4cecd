import {
  contactFields,
  type Outcome,
  orderLimits,
  versionOfLaterAttempts,
  writtenVersion,
} from '@order-workflow/order-domain';
import type { StageFacts } from '@order-workflow/stage-kit';

/**
 * The JSONata by which states write the record: each adds its own key and leaves the others as they are.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */

/** What a stage's function gets: the whole record, and of the execution what it may know. */
export const recordAndExecution = addToRecord(execution());

/** What the notice's function gets where an undo is accepted and not done: the same, with that undo's key. */
export function announcedRecord(undoKey: string): string {
  return addToRecord(execution(), member('announcing', JSON.stringify(undoKey)));
}

/** What the first stage's function gets: the same, of a record that is only opened. */
export const openedRecordAndExecution = openRecord(execution());

/** The first stage's receipt opens the record, and says of which attempt at the order that is. */
export function openWithReceipt(key: string): string {
  const contract = `$states.result.Payload.attempt > 1 ? ${versionOfLaterAttempts} : ${writtenVersion}`;
  return openRecordOf(orderAsSent(), contract, member(key, '$states.result.Payload'));
}

/** A Catch by which nothing is decided yet leaves the record as it is. */
export const recordAsItIs = jsonata('$states.input');

/** A stage adds its receipt and, where the order's outcome is decided by it, the outcome. */
export function addReceipt(key: string, outcome?: Outcome): string {
  return addToRecord(member(key, '$states.result.Payload'), decided(outcome));
}

/** A Catch notes which stage failed and how, and what that makes of the order. */
export function noteFailure(key: string, outcome: Outcome): string {
  return addToRecord(failureOf(key), decided(outcome));
}

/** What the first stage rejected is carried for the notice; where it says that the order must not be kept, who is told alone. */
export function openWithFailure({ key, withheldWhere }: StageFacts, outcome: Outcome): string {
  const failed = [failureOf(key), decided(outcome)];
  if (withheldWhere === undefined) return openRecord(...failed);
  const withheld = `$contains($states.errorOutput.Cause, ${JSON.stringify(withheldWhere)})`;
  return openRecordOf(
    `${withheld} ? (${whoIsTold(withheldWhere)}) : ${orderAsSent()}`,
    String(writtenVersion),
    ...failed,
  );
}

/** Of an order that is another execution's no more is kept than its id: nobody is told of it, nor is anything undone. */
export function openDuplicate(key: string): string {
  return openById(key, 'duplicate');
}

/** A record of which no more is known than the order's id, and what the first state said of it. */
export function openById(key: string, outcome: Outcome): string {
  const order = '{"orderId": $states.input.orderId}';
  return openRecordOf(order, String(writtenVersion), failureOf(key), decided(outcome));
}

/** A record of which nothing is kept that was sent. */
export function openEmpty(key: string, outcome: Outcome): string {
  return openRecordOf('{}', String(writtenVersion), failureOf(key), decided(outcome));
}

/** The record of an attempt as the order store has it is opened again, with what is known of the takeover beside it. */
export function openStored(key: string, outcome: Outcome): string {
  const rest = `$sift($states.result.Payload, function($value, $field) { $field != "record" })`;
  const added = [member(key, rest), decided(outcome)].join(', ');
  return jsonata(`$merge([$states.result.Payload.record, {${added}}])`);
}

/** What turned out to stand after all takes the place of the receipt that never came. */
export function takeStanding(undoKey: string, key: string, outcome?: Outcome): string {
  return addToRecord(member(key, standing(undoKey)), decided(outcome));
}

/** Whether an undo found that the effect stands. */
export function stands(undoKey: string): string {
  return jsonata(`$exists(${standing(undoKey)})`);
}

/** The same, and it is the failure of that stage itself which led there. */
export function standsFirst(undoKey: string, key: string): string {
  return jsonata(`$exists(${standing(undoKey)}) and $states.input.failure.stage = ${JSON.stringify(key)}`);
}

/** A Catch notes that an undo is accepted and not done yet, until its receipt comes. */
export function noteOnItsWay(key: string): string {
  return addToRecord(member(key, '{"status": "on-its-way"}'));
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

/** The record as text, for a message's body, with the execution whose it is: whoever replays it closes the order as that would have. */
export const recordAsText = jsonata(`$string($merge([$states.input, {${execution()}}]))`);

const errorOutput = '"error": $states.errorOutput.Error, "cause": $states.errorOutput.Cause';

/** Which execution it is, when it began, and which attempt of the task this is: 1 at first. */
function execution(): string {
  const { id, name, startedAt, attempt } = {
    id: '$states.context.Execution.Id',
    name: '$states.context.Execution.Name',
    startedAt: '$states.context.Execution.StartTime',
    attempt: '$states.context.State.RetryCount + 1',
  };
  return member('execution', `{"id": ${id}, "name": ${name}, "startedAt": ${startedAt}, "attempt": ${attempt}}`);
}

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

/**
 * What was sent. What is larger than any order is replaced by its size, so that what comes to it fits into the 262,144
 * bytes of a state; the execution's input keeps it.
 */
function orderAsSent(): string {
  const characters = '$length($string($states.input))';
  return `${characters} > ${orderLimits.characters} ? {"oversize": ${characters}} : $states.input`;
}

/**
 * Of what was sent the texts that say who is told, but for those of which the rejection says that they are withheld; and when
 * it came, which tells it from others.
 */
function whoIsTold(withheldWhere: string): string {
  const isTold = `$field in ${JSON.stringify(contactFields)} and $type($value) = "string"`;
  const isWithheld = `$contains($states.errorOutput.Cause, $field & ${JSON.stringify(`: ${withheldWhere}`)})`;
  const kept = `$sift($states.input, function($value, $field) { ${isTold} and $not(${isWithheld}) })`;
  const came = '{"receivedAt": $states.context.Execution.StartTime}';
  return `$type($states.input) = "object" ? $merge([${kept}, ${came}]) : ${came}`;
}

/** A record of this release's version, with what was sent as the order. */
function openRecord(...members: readonly (string | undefined)[]): string {
  return openRecordOf(orderAsSent(), String(writtenVersion), ...members);
}

function openRecordOf(order: string, contract: string, ...members: readonly (string | undefined)[]): string {
  const opened = [member('contract', contract), member('order', order), ...members];
  return jsonata(`{${opened.filter(Boolean).join(', ')}}`);
}

function addToRecord(...members: readonly (string | undefined)[]): string {
  return jsonata(`$merge([$states.input, {${members.filter(Boolean).join(', ')}}])`);
}

function jsonata(expression: string): string {
  return `{% ${expression} %}`;
}
