import { type ReactNode, useEffect, useRef } from 'react';
import { readableText } from '../show/readable-text.ts';
import { Foreign } from './foreign.tsx';

interface ViewTitleProps {
  /** Also the title of the browser's tab. */
  readonly title: string;
  readonly children?: ReactNode;
}

/** Nothing was shown before the first view, so nobody has to be told that it changed. */
let firstView = true;

/** The heading of a view. It takes the focus when the view appears, so that keyboard and screen reader begin there. */
export function ViewTitle({ title, children }: ViewTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (firstView) firstView = false;
    else heading.current?.focus();
  }, []);
  useEffect(() => {
    document.title = `${readableText(title, { most: 80 })} · Order Workflow`;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children || <Foreign text={title} most={120} />}
    </h1>
  );
}
