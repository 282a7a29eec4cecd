/** An instant as people read it on this machine's clock: `on 2026-03-02 at 10:15:30 UTC`. */
export function formatMoment(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T');
  return `on ${day} at ${time.slice(0, 8)} UTC`;
}
