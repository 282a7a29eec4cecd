import { type InjectedFault, injectedFaultText, type Layer, layers, possibleFaults } from '@order-workflow/simulators';
import { type Edge, failureEdges, takenEdges } from './edges.ts';
import { faultTargets } from './fault-lists.ts';
import type { MachineName } from './function-states.ts';
import { stockHere } from './here.ts';
import type { ScheduleRun } from './run-schedule.ts';

type Definitions = Readonly<Record<MachineName, string>>;

const machineNames: readonly MachineName[] = ['orders', 'cancellations'];
const titles: Readonly<Record<MachineName, string>> = { orders: 'workflow', cancellations: 'cancellation' };

/** What a soak has come to see: how much was run, and how much of what can go wrong has. */
export class Tally {
  schedules = 0;
  /** Runs that say nothing, since a limit of this machine's time passed in them; each was run again. */
  void = 0;
  executions = 0;
  laterAttempts = 0;
  duplicates = 0;
  cancellations = 0;
  cancelled = 0;
  notCancelled = 0;
  turnedAway = 0;
  crashes = 0;
  redrives = 0;
  /** How often each fault struck at each of its aims. */
  readonly #strikes = new Map<string, number>();
  readonly #edges: Readonly<Record<MachineName, Set<Edge>>> = { orders: new Set(), cancellations: new Set() };
  readonly #definitions: Definitions;

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  strike({ times: _, ...aim }: InjectedFault): void {
    const text = injectedFaultText(aim);
    this.#strikes.set(text, (this.#strikes.get(text) ?? 0) + 1);
  }

  add(run: ScheduleRun): void {
    this.schedules++;
    this.executions += run.executions;
    this.laterAttempts += run.laterAttempts;
    this.duplicates += run.duplicates;
    this.cancellations += run.cancellations;
    this.cancelled += run.cancelled;
    this.notCancelled += run.notCancelled;
    this.turnedAway += run.turnedAway;
    this.crashes += run.crashes;
    this.redrives += run.redrives;
    for (const machine of machineNames)
      for (const history of run.histories[machine])
        for (const edge of takenEdges(this.#definitions[machine], history)) this.#edges[machine].add(edge);
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
    return failureEdges(this.#definitions[machine]).filter((edge) => !this.#edges[machine].has(edge));
  }

  /** The figures, a row each: what, and how much of it. */
  rows(): readonly (readonly [what: string, figure: string])[] {
    const aims = possibleFaults(faultTargets).length;
    const kinds = new Set(possibleFaults(faultTargets).map(({ kind }) => kind));
    const kindsLeft = [...kinds].filter((kind) => [...this.#strikes.keys()].every((aim) => !aim.endsWith(`=${kind}`)));
    const struck = [...this.#strikes.values()].reduce((sum, count) => sum + count, 0);
    return [
      ['schedules', count(this.schedules)],
      ['  void, and run again', count(this.void)],
      ['executions', count(this.executions)],
      ['  that were duplicates', count(this.duplicates)],
      ['attempts at an order after its first', count(this.laterAttempts)],
      ['cancellations', count(this.cancellations)],
      ['  of an attempt, which ended cancelled', count(this.cancelled)],
      ['  of an attempt whose parcel stood', count(this.notCancelled)],
      ...(stockHere ? [['attempts turned away for want of stock', count(this.turnedAway)] as const] : []),
      ['crashes of the process', count(this.crashes)],
      ['redrives', count(this.redrives)],
      ['faults that struck', count(struck)],
      ...layers.map((layer): readonly [string, string] => [`  at the ${names[layer]}`, count(this.#at(layer))]),
      ['fault kinds', share(kinds.size - kindsLeft.length, kinds.size)],
      ['faults at each of their aims', share(aims - this.unstruck.length, aims)],
      ...machineNames.map((machine): readonly [string, string] => {
        const edges = failureEdges(this.#definitions[machine]).length;
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
  queue: 'queue',
};

function count(number: number): string {
  return number.toLocaleString('en');
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${Math.floor((part / whole) * 100)} %)`;
}
