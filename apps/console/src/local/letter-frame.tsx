import { useState } from 'react';
import { readableText } from '../show/readable-text.ts';

interface LetterFrameProps {
  readonly notificationId: string | undefined;
  readonly subject: string;
}

/**
 * The letter that brings a notice, as its customer sees it, once it is asked for: in a frame without scripts, forms or an origin,
 * from the server, whose own policy for it lets nothing be fetched. (`srcdoc` would be held to this page's policy, which allows no
 * style of a letter's own.)
 */
export function LetterFrame({ notificationId, subject }: LetterFrameProps) {
  const [shown, show] = useState(false);
  if (notificationId === undefined) return null;
  return (
    <details className="letter" onToggle={({ currentTarget }) => show(currentTarget.open)}>
      <summary>As a letter</summary>
      {shown && (
        <iframe
          title={`Letter: ${readableText(subject)}`}
          sandbox=""
          src={`/_local/letter?${new URLSearchParams({ notificationId })}`}
        />
      )}
    </details>
  );
}
