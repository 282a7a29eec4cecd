/** A length of time as a person says it: `12 ms`, `3.1 s`, `2 min 5 s`, `3 h 12 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1_000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** An instant as people read it on this machine's clock: `on 2026-03-02 at 10:15:30 UTC`. */
export function formatMoment(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T');
  return `on ${day} at ${time.slice(0, 8)} UTC`;
}
