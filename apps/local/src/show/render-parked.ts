import type { ParkedNotice } from '../messages/parked-notice.ts';
import type { ReplayedNotice } from '../orders/replay-notices.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';

/** The notices that wait, a line each, and how to send them. */
export function renderParked(parked: readonly ParkedNotice[], paint: Paint): readonly string[] {
  if (parked.length === 0) return ['  No notice waits: every customer has been told.'];
  const lines = parked.map(({ orderId, outcome, parkedAt, reason }) => {
    const since = paint.quiet(`since ${parkedAt.slice(0, 19).replace('T', ' ')} UTC`);
    return `  ${paint.odd(`▲ ${outcome.padEnd(10)}`)} ${printable(orderId ?? 'without an id')}  ${since}  ${printable(reason)}`;
  });
  return [...lines, '', `  ${paint.quiet('To publish them: pnpm order notices --replay')}`];
}

/** What became of each notice that was tried again. */
export function renderReplayed(replayed: readonly ReplayedNotice[], paint: Paint): readonly string[] {
  return replayed.map(({ orderId, published, reason }) => {
    const mark = published ? paint.good('● published') : paint.bad('✖ still waits');
    return `  ${mark} ${printable(orderId ?? 'without an id')}${reason === undefined ? '' : `  ${printable(reason)}`}`;
  });
}
