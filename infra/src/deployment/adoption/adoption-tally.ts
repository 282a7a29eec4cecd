/** Counts what a deployment looked at and wrote, and says so while it takes long. */
export interface AdoptionTally {
  count(written: boolean): void;
  end(when: string): void;
}

const saysEveryMs = 2_000;

export function adoptionTally({
  say,
  now,
}: {
  readonly say: (text: string) => void;
  readonly now: () => number;
}): AdoptionTally {
  let [seen, orders, saidAt] = [0, 0, now()];
  return {
    count(written) {
      seen++;
      if (written) orders++;
      if (now() - saidAt < saysEveryMs) return;
      saidAt = now();
      say(`  ${seen.toLocaleString('en')} executions looked at, ${orders.toLocaleString('en')} items written …`);
    },
    end: (when) =>
      say(
        `Wrote ${orders.toLocaleString('en')} items of orders that were placed ${when}, from ${seen.toLocaleString('en')} executions.`,
      ),
  };
}
