import { formatRoute, type Route } from './route.ts';

/** Goes to a place. With `replace`, the back button does not come back to the one before. */
export function goTo(route: Route, { replace = false } = {}): void {
  if (replace) location.replace(formatRoute(route));
  else location.hash = formatRoute(route);
}
