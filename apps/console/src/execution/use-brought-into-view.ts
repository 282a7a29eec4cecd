import { type RefObject, useEffect, useRef } from 'react';

/**
 * Scrolls an element into the window when `shown` changes and the reader would not see it: on a narrow screen what is
 * selected is told far from where it was selected.
 */
export function useBroughtIntoView(element: RefObject<HTMLElement | null>, shown: string | undefined): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const place = element.current?.getBoundingClientRect();
    if (shown === undefined || !place || (place.top >= 0 && place.bottom <= innerHeight)) return;
    element.current?.scrollIntoView({ block: 'start' });
  }, [element, shown]);
}
