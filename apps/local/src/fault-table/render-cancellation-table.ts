import { injectedFaultText } from '@order-workflow/simulators';
import type { CancelledOrder } from './cancellation-laboratory.ts';
import type { ExecutionEnding } from './laboratory.ts';
import type { CancellationEntry } from './try-all-cancellations.ts';

const heads = [
  'Faults',
  'Cancelled',
  'The order’s execution',
  'The cancellation',
  'Mended and redriven',
  'At last',
  'Last notice',
];

/** The entries as Markdown: a table for each moment, in which faults that end alike share a row. */
export function renderCancellationTable(entries: readonly CancellationEntry[]): string {
  const moments = Map.groupBy(entries, ({ moment }) => moment);
  return [...moments].map(([{ heading, by }, there]) => section(heading, by, there)).join('\n\n');
}

function section(heading: string, by: readonly string[], entries: readonly CancellationEntry[]): string {
  const led = by.length === 0 ? [] : [`Led there by \`${by.join(' ')}\`, until it is cancelled.`, ''];
  const alike = Map.groupBy(entries, (entry) => describe(entry).join(' | '));
  const rows = [...alike].map(([described, those]) => {
    const places = Map.groupBy(those, ({ fault }) => aimOf(fault));
    const faults = [...places].map(([aim, there]) => `\`${aim}\`: ${kindsOf(there)}`);
    return row([faults.join('; '), described]);
  });
  return [`### ${heading}`, '', ...led, row(heads), row(heads.map(() => '---')), ...rows].join('\n');
}

/** `refund.find` of `refund.find=unavailable`. */
function aimOf(fault: CancellationEntry['fault']): string {
  return injectedFaultText(fault).replace(/=.*$/, '');
}

function kindsOf(entries: readonly CancellationEntry[]): string {
  return [...new Set(entries.map(({ fault }) => fault.kind))].join(', ');
}

function describe({ times, trial }: CancellationEntry): readonly string[] {
  return [times === 1 ? 'once' : 'twice', standingOf(trial.order), ...whatCame(trial)];
}

function whatCame(trial: CancelledOrder): readonly string[] {
  const { cancellations, held, parcels, told, parked } = trial;
  const failed = cancellations.filter(({ status }) => status !== 'SUCCEEDED');
  const succeeded = cancellations.filter((one) => !failed.includes(one));
  // Of two at once, whichever is first: where one fails, the other may, or may find that it has nothing left to do.
  const first = together(failed.length > 0 ? failed : succeeded);
  const redriven = failed.length === 0 ? '–' : together([...succeeded, ...trial.redriven]);
  const books = parcels === 0 && held === 0 ? 'nothing held' : `${held} held, ${parcels} sent`;
  // Whether a notice that is parked was published before all the same is a race that some faults decide either way.
  const last = parked > 0 ? 'parked' : (told.at(-1)?.replace(/^.*-notice-/, '') ?? 'none');
  return [first, redriven, books, last];
}

/** Whether one that was taken over and not stopped finds that it was is a race that some faults decide either way. */
function standingOf({ status, error, state }: ExecutionEnding): string {
  if (error === 'OrderCancelled') return 'stopped';
  return status === 'SUCCEEDED' ? 'goes on to its end' : `${status} at ${state}`;
}

function together(endings: readonly ExecutionEnding[]): string {
  const said = endings.map(({ status, outcome, state }) => outcome ?? `${status} at ${state}`).toSorted();
  return [...new Set(said)].join(' and ');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
