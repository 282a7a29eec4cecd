import { type InjectedFault, injectedFaultText, type Layer, layers, possibleFaults } from '@order-workflow/simulators';
import { type Edge, failureEdges, takenEdges } from './edges.ts';
import { faultTargets } from './fault-lists.ts';
import type { MachineName } from './function-states.ts';
import { definitionsHere, stockHere } from './here.ts';
import type { ScheduleRun } from './run-schedule.ts';

const machineNames: readonly MachineName[] = ['orders', 'cancellations'];
const titles: Readonly<Record<MachineName, string>> = { orders: 'workflow', cancellations: 'cancellation' };

const counted = [
  'schedules',
  /** Runs that say nothing, since a limit of this machine's time passed in them; each was run again. */
  'void',
  'executions',
  'laterAttempts',
  'duplicates',
  'cancellations',
  'cancelled',
  'notCancelled',
  'turnedAway',
  'crashes',
  'powerCuts',
  'redrives',
] as const;

/** A tally as one thread tells it to another. */
export interface TallyFigures {
  readonly counts: Readonly<Record<(typeof counted)[number], number>>;
  /** How often each fault struck at each of its aims. */
  readonly strikes: ReadonlyMap<string, number>;
  /** The ways on after a failure that were taken, of each machine. */
  readonly edges: Readonly<Record<MachineName, ReadonlySet<Edge>>>;
}

/** What a soak has come to see: how much was run, and how much of what can go wrong has. */
export class Tally {
  /** How much was run. */
  readonly counts = Object.fromEntries(counted.map((what) => [what, 0])) as Record<(typeof counted)[number], number>;
  readonly #strikes = new Map<string, number>();
  readonly #edges: Readonly<Record<MachineName, Set<Edge>>> = { orders: new Set(), cancellations: new Set() };

  get figures(): TallyFigures {
    return { counts: this.counts, strikes: this.#strikes, edges: this.#edges };
  }

  /** Adds what another has come to see. */
  include({ counts, strikes, edges }: TallyFigures): void {
    this.#count(counts);
    for (const [aim, times] of strikes) this.#struck(aim, times);
    for (const machine of machineNames) for (const edge of edges[machine]) this.#edges[machine].add(edge);
  }

  strike({ times: _, ...aim }: InjectedFault): void {
    this.#struck(injectedFaultText(aim), 1);
  }

  #struck(aim: string, times: number): void {
    this.#strikes.set(aim, (this.#strikes.get(aim) ?? 0) + times);
  }

  #count(counts: TallyFigures['counts']): void {
    for (const what of counted) this.counts[what] += counts[what];
  }

  add(run: ScheduleRun): void {
    const { histories, violations: _, ...counts } = run;
    this.#count({ ...counts, schedules: 1, void: 0 });
    for (const machine of machineNames)
      for (const history of histories[machine])
        for (const edge of takenEdges(definitionsHere[machine], history)) this.#edges[machine].add(edge);
  }

  /** Faults at their aims that have not struck yet. */
  get unstruck(): readonly string[] {
    return possibleFaults(faultTargets)
      .map(injectedFaultText)
      .filter((aim) => !this.#strikes.has(aim));
  }

  /** Ways on after a failure that no execution has taken yet. */
  get untaken(): readonly Edge[] {
    return machineNames.flatMap((machine) => this.#untaken(machine).map((edge) => `${titles[machine]}: ${edge}`));
  }

  #untaken(machine: MachineName): readonly Edge[] {
    return failureEdges(definitionsHere[machine]).filter((edge) => !this.#edges[machine].has(edge));
  }

  /** The figures, a row each: what, and how much of it. */
  rows(): readonly (readonly [what: string, figure: string])[] {
    const { counts } = this;
    const aims = possibleFaults(faultTargets).length;
    const kinds = new Set(possibleFaults(faultTargets).map(({ kind }) => kind));
    const kindsLeft = [...kinds].filter((kind) => [...this.#strikes.keys()].every((aim) => !aim.endsWith(`=${kind}`)));
    const struck = [...this.#strikes.values()].reduce((sum, count) => sum + count, 0);
    return [
      ['schedules', count(counts.schedules)],
      ['  void, and run again', count(counts.void)],
      ['executions', count(counts.executions)],
      ['  that were duplicates', count(counts.duplicates)],
      ['attempts at an order after its first', count(counts.laterAttempts)],
      ['cancellations', count(counts.cancellations)],
      ['  of an attempt, which ended cancelled', count(counts.cancelled)],
      ['  of an attempt whose parcel stood', count(counts.notCancelled)],
      ...(stockHere ? [['attempts turned away for want of stock', count(counts.turnedAway)] as const] : []),
      ['crashes of the process', count(counts.crashes)],
      ['  by a power cut', count(counts.powerCuts)],
      ['redrives', count(counts.redrives)],
      ['faults that struck', count(struck)],
      ...layers.map((layer): readonly [string, string] => [`  at the ${names[layer]}`, count(this.#at(layer))]),
      ['fault kinds', share(kinds.size - kindsLeft.length, kinds.size)],
      ['faults at each of their aims', share(aims - this.unstruck.length, aims)],
      ...machineNames.map((machine): readonly [string, string] => {
        const edges = failureEdges(definitionsHere[machine]).length;
        return [`Retry and Catch edges of the ${titles[machine]}`, share(edges - this.#untaken(machine).length, edges)];
      }),
    ];
  }

  #at(layer: Layer): number {
    const here = new Set(possibleFaults(faultTargets, { layers: [layer] }).map(injectedFaultText));
    return [...this.#strikes].reduce((sum, [aim, times]) => sum + (here.has(aim) ? times : 0), 0);
  }
}

const names: Readonly<Record<Layer, string>> = {
  gateway: 'payment gateway',
  carrier: 'carrier',
  catalog: 'catalog',
  table: 'table',
  lambda: 'functions',
  topic: 'topic',
  events: 'bus for events',
  queue: 'queue',
};

function count(number: number): string {
  return number.toLocaleString('en');
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${Math.floor((part / whole) * 100)} %)`;
}
