import { formatMoney } from '@order-workflow/order-domain';
import type { DeskEntry } from './desk-entry.ts';

const columns: readonly (readonly [string, (entry: DeskEntry) => string | number | undefined])[] = [
  ['order', ({ orderId }) => orderId],
  ['execution', ({ name }) => name],
  ['kind', ({ of }) => (of === 'orders' ? 'order' : 'cancellation')],
  ['attempt', ({ attempt }) => attempt],
  ['status', ({ status }) => status],
  ['outcome', ({ outcome }) => outcome],
  ['state', ({ state }) => state],
  ['error', ({ error }) => error],
  ['cause', ({ cause }) => cause],
  ['started', ({ startedAt }) => new Date(startedAt).toISOString()],
  ['ended', ({ stoppedAt }) => (stoppedAt === undefined ? undefined : new Date(stoppedAt).toISOString())],
  ['redriven', ({ redriveCount }) => redriveCount],
  ['total', ({ total }) => total && formatMoney(total)],
  ['money', ({ money }) => money],
  ['parcel', ({ parcel }) => parcel],
  ['customer', ({ customer }) => customer],
  ['charge', ({ chargeId }) => chargeId],
  ['tracking', ({ trackingNumber }) => trackingNumber],
];

/** A spreadsheet takes what begins so for a formula (OWASP, "CSV Injection"), also behind white space. */
const formula = /^\s*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/;

/** Entries as CSV (RFC 4180), of which no spreadsheet runs anything: what would be a formula is led by an apostrophe. */
export function deskCsv(entries: readonly DeskEntry[]): string {
  const rows = [columns.map(([title]) => title), ...entries.map((entry) => columns.map(([, read]) => read(entry)))];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = String(value);
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
