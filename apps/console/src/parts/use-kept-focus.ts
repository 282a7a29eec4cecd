import { type RefObject, useEffect, useRef } from 'react';

const reachable = 'a[href], button:not([disabled]), input, select, textarea';

/**
 * When what has the focus in a place goes away, the focus goes to the first thing that is left there, or to the place itself
 * (which needs a `tabIndex`), rather than back to the beginning of the page.
 */
export function useKeptFocus(place: RefObject<HTMLElement | null>): void {
  const wasHere = useRef(false);
  useEffect(() => {
    const come = ({ target }: FocusEvent) => {
      wasHere.current = target instanceof Node && (place.current?.contains(target) ?? false);
    };
    const go = ({ target }: FocusEvent) => {
      // What was taken away is told to have lost the focus, too: then it is not the reader who went.
      setTimeout(() => {
        if (target instanceof Node && target.isConnected && document.activeElement === document.body)
          wasHere.current = false;
      });
    };
    document.addEventListener('focusin', come);
    document.addEventListener('focusout', go);
    return () => {
      document.removeEventListener('focusin', come);
      document.removeEventListener('focusout', go);
    };
  }, [place]);
  useEffect(() => {
    const { activeElement } = document;
    const isLost = wasHere.current && (activeElement ?? document.body) === document.body;
    // What is left may also come only later.
    if (isLost || (activeElement !== null && activeElement === place.current))
      (place.current?.querySelector<HTMLElement>(reachable) ?? place.current)?.focus();
  });
}
