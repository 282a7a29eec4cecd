import { useMemo, useSyncExternalStore } from 'react';
import { formatRoute, parseRoute, type Route } from './route.ts';

/** The place that the address bar names. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** Goes to a place. With `replace`, the back button does not come back to the one before. */
export function goTo(route: Route, { replace = false } = {}): void {
  if (replace) location.replace(formatRoute(route));
  else location.hash = formatRoute(route);
}
