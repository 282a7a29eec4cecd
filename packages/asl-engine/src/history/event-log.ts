import { type EventRecord, type HistoryEvent, toHistoryEvent } from './event-record.ts';

/** The events of one execution: numbers them, keeps them if asked to, and wakes those who follow. */
export class EventLog {
  readonly #keep: boolean;
  readonly #listener: ((event: HistoryEvent) => void) | undefined;
  readonly #records: EventRecord[] = [];
  #waiting: (() => void)[] = [];
  #count = 0;
  #closed = false;

  constructor(keep: boolean, listener: ((event: HistoryEvent) => void) | undefined) {
    this.#keep = keep;
    this.#listener = listener;
  }

  /** How many events there have been. */
  get count(): number {
    return this.#count;
  }

  /** Takes over what an earlier run of the execution recorded. */
  restore(records: readonly EventRecord[]): void {
    if (this.#keep) this.#records.push(...records);
    this.#count = records.length;
  }

  /** Adds an event and gives it its number. */
  add(record: EventRecord & { id: number }): EventRecord {
    record.id = ++this.#count;
    if (this.#keep) this.#records.push(record);
    this.#listener?.(toHistoryEvent(record));
    if (this.#waiting.length > 0) this.#wake();
    return record;
  }

  /** Ends the stream of events. */
  close(): void {
    this.#closed = true;
    this.#wake();
  }

  history(): HistoryEvent[] {
    return this.#records.map(toHistoryEvent);
  }

  async *follow(): AsyncGenerator<HistoryEvent, void, void> {
    for (let index = 0; ; ) {
      const record = this.#records[index];
      if (record) {
        index++;
        yield toHistoryEvent(record);
      } else if (this.#closed) {
        return;
      } else {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
    }
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
