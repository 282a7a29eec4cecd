import type { Clock } from '../clock/clock.ts';
import { runtimeFailure } from '../failure/state-failure.ts';
import type { EventLog } from '../history/event-log.ts';
import type { EventRecord } from '../history/event-record.ts';
import type { ShapeName } from '../history/event-shapes.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { Cancelled } from './cancellation.ts';
import type { JournalWriter } from './journal-writer.ts';

/** The most events a STANDARD execution's history may have (quotas page). */
const mostEvents = 25_000;

/** An event to record: its type, and what its details are made of; without a shape it has none. */
export interface NewEvent {
  readonly type: string;
  readonly shape?: ShapeName;
  readonly subject?: Json | undefined;
  readonly value?: Json | undefined;
  readonly more?: JsonObject | undefined;
}

/** Records what happens in an execution until it has ended. */
export class HistoryWriter {
  readonly #clock: Clock;
  readonly #log: EventLog;
  readonly #isLimited: boolean;
  readonly #journal: JournalWriter | undefined;
  #ended = false;

  constructor(clock: Clock, log: EventLog, type: 'STANDARD' | 'EXPRESS', journal: JournalWriter | undefined) {
    this.#clock = clock;
    this.#log = log;
    this.#isLimited = type === 'STANDARD';
    this.#journal = journal;
  }

  /** True once the execution's last event is written. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Records an event and gives its id. Throws Cancelled after the end, and a StateFailure when the history is full. */
  record({ type, shape = 'none', subject, value, more }: NewEvent, previousEventId: number): number {
    if (this.#ended) throw new Cancelled();
    if (this.#isLimited && this.#log.count >= mostEvents - 1)
      throw runtimeFailure(`The execution reached the maximum number of history events (${mostEvents}).`);
    return this.#write({ id: 0, previousEventId, at: this.#clock.now(), type, shape, subject, value, more });
  }

  /** Records the last event, for which there is always room. */
  end(record: EventRecord & { id: number }): void {
    this.#write(record);
    this.#ended = true;
  }

  // The log gives the event its id.
  #write(record: EventRecord & { id: number }): number {
    this.#log.add(record);
    this.#journal?.event(record);
    return record.id;
  }
}
