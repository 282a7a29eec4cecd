import { formatMoney, moneySchema, workflowKeys } from '@order-workflow/order-domain';
import { isJsonObject } from '../json/json-object.ts';
import { formatDuration } from '../terminal/format-time.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable, wrapText } from '../terminal/printable-text.ts';
import type { FailedAttempt, RetryWait, ShownStep } from './track-steps.ts';

/** Width of the columns before what a step says. */
const nameWidth = 17;
const timeWidth = 10;
const margin = 4 + nameWidth + timeWidth + 2;

/** Shown elsewhere, or not at all. */
const noReceipts: ReadonlySet<string> = new Set(workflowKeys);

/** How a step is drawn. `spinner` stands for a step that is under way. */
export function renderStep(step: ShownStep, paint: Paint, width: number, spinner = '◌'): readonly string[] {
  const [symbol, colour] = looks(step, paint, spinner);
  const says = wrapText(printable(whatItSays(step)), Math.max(20, width - margin));
  const name = printable(step.state).padEnd(nameWidth);
  const head = `  ${colour(symbol)} ${step.status === 'waiting' ? paint.quiet(name) : name}`;
  const first = `${head}${paint.quiet(timeOf(step).padStart(timeWidth))}  ${tone(step, paint)(says[0] ?? '')}`;
  return [first.trimEnd(), ...says.slice(1).map((line) => ' '.repeat(margin) + tone(step, paint)(line))];
}

function looks({ status, kind }: ShownStep, paint: Paint, spinner: string): [string, (text: string) => string] {
  switch (status) {
    case 'waiting':
      return ['○', paint.quiet];
    case 'running':
      return [spinner, paint.busy];
    case 'retrying':
      return ['↻', paint.odd];
    case 'caught':
      return ['▲', paint.odd];
    case 'failed':
      return ['✖', paint.bad];
    case 'done':
      return kind === 'Task' ? ['●', paint.good] : ['◆', paint.quiet];
  }
}

function tone({ status }: ShownStep, paint: Paint): (text: string) => string {
  if (status === 'caught' || status === 'retrying') return paint.odd;
  return status === 'failed' ? paint.bad : (text) => text;
}

function timeOf({ enteredAt, exitedAt }: ShownStep): string {
  const took = (exitedAt ?? 0) - (enteredAt ?? 0);
  return exitedAt === undefined || took === 0 ? '' : formatDuration(took);
}

function whatItSays(step: ShownStep): string {
  const last = step.failures.at(-1);
  switch (step.status) {
    case 'waiting':
    case 'running':
      return '';
    case 'retrying':
      return last && step.retry ? describeRetry(last, step.retry) : '';
    case 'caught':
    case 'failed':
      return last ? describeFailure(last) + afterTries(step.failures.length) : '';
    case 'done': {
      const receipts = Object.entries(step.left).filter(([key]) => !noReceipts.has(key));
      const parts = receipts.flatMap(([key, receipt]) => summarizeReceipt(key, receipt));
      return parts.join(' · ') + (step.failures.length > 0 ? ` (${tries(step.failures.length + 1)})` : '');
    }
  }
}

/** `retry 2 of 6 in 3.1 s · PaymentGatewayUnavailable`; `waiting for the payment to settle, asked again in 1 h · a transfer is under way` */
export function describeRetry(
  { error, message }: FailedAttempt,
  { number, of, milliseconds, awaits }: Omit<RetryWait, 'until'>,
): string {
  if (awaits !== undefined)
    return `waiting for ${awaits} to settle, asked again in ${formatDuration(milliseconds)} · ${message.replace(/^\S+: /, '')}`;
  return `retry ${number} of ${of} in ${formatDuration(milliseconds)} · ${error}`;
}

function describeFailure({ error, message }: FailedAttempt): string {
  return message === '' ? error : `${error}: ${message.replaceAll('\n', '; ')}`;
}

function afterTries(failures: number): string {
  return failures > 1 ? ` (${tries(failures)})` : '';
}

function tries(count: number): string {
  return `${count} tries`;
}

type Receipt = Readonly<Record<string, unknown>>;

const mostLines = 2;
const mostFields = 3;

/** The receipts that this app knows how to put into words; each gives its parts, most telling first. */
const words: Readonly<Record<string, (receipt: Receipt) => readonly unknown[]>> = {
  validation: ({ lines, total }) => [...productLines(lines), money(total)],
  payment: ({ status, amount, chargeId }) =>
    status === 'nothing-charged' ? ['nothing to pay'] : [`charged ${money(amount) ?? ''}`, chargeId],
  shipment: ({ service, carrier, trackingNumber, estimatedDelivery }) => [
    `${service} with ${carrier}`,
    trackingNumber,
    estimatedDelivery && `${service === 'Pickup' ? 'ready' : 'arrives'} ${estimatedDelivery}`,
  ],
  notification: ({ status }) => [status === 'parked' ? 'notice parked, to be sent later' : `notice ${status}`],
  refund: ({ status, amount, refundId }) => [
    status === 'nothing-held' ? 'nothing was held' : `${status} ${money(amount) ?? ''}`,
    refundId,
  ],
  takeover: ({ worker }) => [`taken over from ${String(worker).split(':').at(-1)}`],
  cancellation: ({ status }) => [
    { cancelled: 'shipment cancelled', 'never-booked': 'nothing was booked', 'on-its-way': 'already on its way' }[
      String(status)
    ] ?? status,
  ],
};

/** What a step left in the record, as short parts; what this app has no words for is shown by its first fields. */
function summarizeReceipt(key: string, receipt: unknown): readonly string[] {
  if (!isJsonObject(receipt)) return [`${key} ${String(receipt)}`];
  const parts = words[key]?.(receipt) ?? firstFields(receipt);
  return parts.filter((part) => typeof part === 'string' && part !== '').map((part) => String(part).trim());
}

function firstFields(receipt: Receipt): readonly string[] {
  return Object.entries(receipt)
    .flatMap(([name, value]) => {
      const text = money(value) ?? (typeof value === 'object' ? undefined : String(value));
      return text === undefined ? [] : [`${name} ${text}`];
    })
    .slice(0, mostFields);
}

function productLines(lines: unknown): readonly string[] {
  if (!Array.isArray(lines)) return [];
  const named = lines.filter(isJsonObject).map(({ quantity, title }) => `${quantity} × ${title}`);
  const more = named.length - mostLines;
  return more > 0 ? [...named.slice(0, mostLines), `${more} more`] : named;
}

function money(value: unknown): string | undefined {
  const parsed = moneySchema.safeParse(value);
  return parsed.success ? formatMoney(parsed.data) : undefined;
}
