import { injectedFaultText } from '@order-workflow/simulators';
import type { CancelledOrder } from './cancellation-laboratory.ts';
import type { ExecutionEnding } from './laboratory.ts';
import type { CancellationEntry } from './try-all-cancellations.ts';

const heads = [
  'Faults',
  'Strike',
  'Cancelled',
  'The order’s execution',
  'The cancellation',
  'Mended and redriven',
  'At last',
  'Last notice',
];

/** What came of a fault, as it is written: the cells that others share which end alike. */
interface Told {
  readonly aim: string;
  readonly kind: string;
  readonly cells: string;
}

/** The entries as Markdown: a table for each moment, in which faults that end alike share a row. */
export function renderCancellationTable(entries: readonly CancellationEntry[]): string {
  const moments = Map.groupBy(entries, ({ moment }) => moment);
  return [...moments].map(([{ heading, by }, there]) => section(heading, by, there)).join('\n\n');
}

function section(heading: string, by: readonly string[], entries: readonly CancellationEntry[]): string {
  const led = by.length === 0 ? [] : [`Led there by \`${by.join(' ')}\`, until it is cancelled.`, ''];
  const faults = Map.groupBy(
    entries,
    ({ fault, times, ...entry }) => `${aimOf(fault)} ${kindOf({ fault, ...entry })} ${times}`,
  );
  const alike = Map.groupBy([...faults.values()].flatMap(toldOf), ({ cells }) => cells);
  const rows = [...alike].map(([cells, those]) => {
    const places = Map.groupBy(those, ({ aim }) => aim);
    const named = [...places].map(([aim, there]) => `\`${aim}\`: ${there.map(({ kind }) => kind).join(', ')}`);
    return row([named.join('; '), cells]);
  });
  return [`### ${heading}`, '', ...led, row(heads), row(heads.map(() => '---')), ...rows].join('\n');
}

/** Of a fault that strikes once and for ever, told together where that ends alike. */
function toldOf(entries: readonly CancellationEntry[]): readonly Told[] {
  return [...Map.groupBy(entries, (entry) => describe(entry))].flatMap(([described, [first, other]]) => {
    if (!first) return [];
    const { fault, times } = first;
    const strikes = fault.times === undefined ? 'for ever' : 'once';
    const cells = [other ? 'once or for ever' : strikes, times === 1 ? 'once' : 'twice', described].join(' | ');
    return [{ aim: aimOf(fault), kind: kindOf(first), cells }];
  });
}

/** `refund.find` of `refund.find=unavailable`. */
function aimOf(fault: CancellationEntry['fault']): string {
  return injectedFaultText(fault).replace(/=.*$/, '');
}

function kindOf({ fault, diesAt }: Pick<CancellationEntry, 'fault' | 'diesAt'>): string {
  if (diesAt === undefined) return fault.kind;
  return `${fault.kind} at ${diesAt === 'end' ? 'its end' : `call ${diesAt}`}`;
}

function describe({ trial }: CancellationEntry): string {
  return [standingOf(trial.order), ...whatCame(trial)].join(' | ');
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
