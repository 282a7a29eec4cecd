import { useEffect, useRef } from 'react';
import { type Live, sameOrNew, useLive } from '../live/use-live.ts';

/** What the desk answers, asked anew as soon as the server says that something has changed. */
export function useDesk<Data>(key: string, load: (signal: AbortSignal) => Promise<Data>): Live<Data> {
  const live = useLive<Data>(
    key,
    async (before, signal) => sameOrNew(before, await load(signal)),
    () => false,
  );
  const refresh = useRef(live.refresh);
  refresh.current = live.refresh;
  useEffect(() => {
    const events = new EventSource('/_local/desk/events');
    events.addEventListener('changed', () => document.hidden || refresh.current());
    return () => events.close();
  }, []);
  return live;
}
