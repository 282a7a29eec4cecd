import { useEffect, useState } from 'react';
import type { LiveFailure } from '../live/use-live.ts';
import { Foreign } from './foreign.tsx';

/** Says that the server does not answer, and when it is asked again. It lies over the page, so nothing moves. */
export function Banner({ failure: { error, retryAt } }: { readonly failure: LiveFailure }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil(((retryAt ?? now) - now) / 1_000));
  return (
    <div className="banner">
      <strong role="alert">
        <Foreign text={error instanceof Error ? error.message : String(error)} most={500} />
      </strong>
      <span>
        {seconds === 0 ? 'Trying again now.' : `Trying again in ${seconds} s.`} What is shown is the last that was
        known.
      </span>
    </div>
  );
}
