interface Timer {
  readonly dueAt: number;
  readonly order: number;
  callback: (() => void) | undefined;
}

/** Timers by due time, those of the same instant in the order they were set: a binary heap. */
export class TimerQueue {
  readonly #heap: Timer[] = [];
  #set = 0;
  #live = 0;

  /** How many timers are neither fired nor cancelled. */
  get size(): number {
    return this.#live;
  }

  add(dueAt: number, callback: () => void): () => void {
    const timer: Timer = { dueAt, order: this.#set++, callback };
    this.#heap.push(timer);
    this.#live++;
    this.#rise(this.#heap.length - 1);
    return () => {
      if (timer.callback === undefined) return;
      timer.callback = undefined;
      this.#live--;
    };
  }

  /** Takes the earliest live timer out. */
  take(): { readonly dueAt: number; readonly callback: () => void } | undefined {
    for (let timer = this.#pop(); timer; timer = this.#pop()) {
      const { callback, dueAt } = timer;
      if (!callback) continue;
      timer.callback = undefined;
      this.#live--;
      return { dueAt, callback };
    }
    return undefined;
  }

  #pop(): Timer | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (first === undefined || last === undefined || first === last) return first;
    this.#heap[0] = last;
    this.#sink(0);
    return first;
  }

  #rise(start: number): void {
    for (let index = start; index > 0; ) {
      const parent = (index - 1) >> 1;
      if (!this.#swapIfEarlier(index, parent)) return;
      index = parent;
    }
  }

  #sink(start: number): void {
    for (let index = start; ; ) {
      const left = 2 * index + 1;
      const child = this.#earlier(left + 1, left) ? left + 1 : left;
      if (!this.#swapIfEarlier(child, index)) return;
      index = child;
    }
  }

  #earlier(index: number, than: number): boolean {
    const a = this.#heap[index];
    const b = this.#heap[than];
    return a !== undefined && b !== undefined && (a.dueAt - b.dueAt || a.order - b.order) < 0;
  }

  #swapIfEarlier(index: number, than: number): boolean {
    if (!this.#earlier(index, than)) return false;
    const a = this.#heap[index] as Timer;
    this.#heap[index] = this.#heap[than] as Timer;
    this.#heap[than] = a;
    return true;
  }
}
