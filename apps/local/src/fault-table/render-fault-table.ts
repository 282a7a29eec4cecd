import { injectedFaultText } from '@order-workflow/simulators';
import type { FaultMatrixEntry } from '../faults/fault-matrix.ts';
import type { FaultTrial, OrderedEnd } from './fault-laboratory.ts';

/** A fault, and what became of the sample order when it struck once and when it struck for ever. */
export interface FaultEntry {
  readonly aimed: FaultMatrixEntry;
  readonly once: FaultTrial;
  readonly always: FaultTrial;
}

const heads = ['Faults', 'Strike', 'What comes of it', 'Exit', 'The customer is told', 'Mended and redriven'];

/** The entries as Markdown: a table for each place where faults strike, in which those that end alike share a row. */
export function renderFaultTable(entries: readonly FaultEntry[]): string {
  const places = Map.groupBy(entries, ({ aimed }) => headingOf(aimed));
  return [...places].map(([heading, there]) => section(heading, there)).join('\n\n');
}

function headingOf({ fault, alongside }: FaultMatrixEntry): string {
  const [aim = ''] = injectedFaultText(fault).split('=');
  return alongside.length === 0
    ? `\`${aim}\``
    : `\`${aim}\`, together with \`${alongside.map(injectedFaultText).join(' ')}\``;
}

function section(heading: string, entries: readonly FaultEntry[]): string {
  const alike = Map.groupBy(entries, ({ once, always }) => `${describeTrial(once)}\n${describeTrial(always)}`);
  const rows = [...alike.values()].flatMap(rowsOf);
  return [`### ${heading}`, '', row(heads), row(heads.map(() => '---')), ...rows].join('\n');
}

function rowsOf(alike: readonly FaultEntry[]): readonly string[] {
  const [first] = alike;
  if (!first) return [];
  const names = alike.map(({ aimed }) => `\`${aimed.fault.kind}\``).join(', ');
  const once = describeTrial(first.once);
  const always = describeTrial(first.always);
  return once === always
    ? [row([names, 'once or for ever', once])]
    : [row([names, 'once', once]), row(['', 'for ever', always])];
}

function describeTrial({ ended, redriven }: FaultTrial): string {
  const end = ended.outcome ?? `${ended.status} at ${ended.state}`;
  const later = redriven === undefined ? '–' : (redriven.outcome ?? `${redriven.status} at ${redriven.state}`);
  return [end, ended.exitCode, told(ended), later].join(' | ');
}

/** Whether a notice that is parked was published before all the same is a race that some faults decide either way. */
function told({ told: outcomes, parked }: OrderedEnd): string {
  return parked > 0 ? 'the notice is parked' : outcomes.join(', ') || 'nothing';
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
