import { Foreign } from '../parts/foreign.tsx';
import { OutcomeMark } from '../parts/outcome-mark.tsx';
import { LetterFrame } from './letter-frame.tsx';
import type { CustomerMessage } from './local-machine.ts';

interface MessageCardProps {
  readonly message: CustomerMessage;
  /** Level of the heading, as the place needs it. */
  readonly level: 2 | 3;
}

/** A message as the customer got it. */
export function MessageCard({ message: { subject, text, attributes }, level }: MessageCardProps) {
  const Subject = `h${level}` as const;
  return (
    <div className="message">
      <div className="message-head">
        <Subject>
          <Foreign text={subject} blank="without a subject" />
        </Subject>
        {attributes['outcome'] !== undefined && <OutcomeMark outcome={attributes['outcome']} />}
        {attributes['customerEmail'] !== undefined && (
          <span className="muted">
            to <Foreign text={attributes['customerEmail']} />
          </span>
        )}
      </div>
      <p className="message-text">
        <Foreign text={text.trim()} most={10_000} lines />
      </p>
      <LetterFrame notificationId={attributes['notificationId']} subject={subject} />
    </div>
  );
}
