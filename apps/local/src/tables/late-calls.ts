/** Requests that are on their way and whose answers nobody will hear. */
export interface LateCalls {
  /** Sends one off. */
  add(perform: () => Promise<unknown>): void;
  /** Has everything happen whose time has come, the earliest first: before anything else is asked, nobody can tell. */
  land(): Promise<void>;
}

export interface LateCallsOptions {
  readonly clock: { now(): number };
  /** How long the next one is on its way, in milliseconds. */
  readonly landsAfterMs: () => number;
}

/** They end with the process, as what is on its way from a machine does that dies. */
export function lateCalls({ clock, landsAfterMs }: LateCallsOptions): LateCalls {
  let onTheirWay: readonly { readonly dueAt: number; readonly perform: () => Promise<unknown> }[] = [];
  return {
    add(perform) {
      const late = { dueAt: clock.now() + landsAfterMs(), perform };
      onTheirWay = [...onTheirWay, late].toSorted((one, other) => one.dueAt - other.dueAt);
    },
    async land() {
      for (let [next] = onTheirWay; next && next.dueAt <= clock.now(); [next] = onTheirWay) {
        onTheirWay = onTheirWay.slice(1);
        await next.perform();
      }
    },
  };
}
