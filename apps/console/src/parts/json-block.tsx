import { useMemo } from 'react';
import { indentJson, jsonPieces } from '../show/json-pieces.ts';
import { CopyButton } from './copy-button.tsx';

interface JsonBlockProps {
  /** A heading over it, such as `Input`. */
  readonly title: string;
  readonly json: string;
  /** Shown as one line until it is opened. */
  readonly folded?: boolean;
}

/** JSON to read and to copy. */
export function JsonBlock({ title, json, folded = false }: JsonBlockProps) {
  const pieces = useMemo(() => jsonPieces(json), [json]);
  return (
    <details className="json-block" open={!folded}>
      <summary>{title}</summary>
      <CopyButton text={indentJson(json) ?? json} what={title} />
      <section
        className="json"
        aria-label={title} // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
      >
        <pre>
          {pieces.map(({ kind, text }, index) =>
            kind === 'plain' ? (
              text
            ) : (
              <span key={index} className={kind}>
                {text}
              </span>
            ),
          )}
        </pre>
      </section>
    </details>
  );
}
