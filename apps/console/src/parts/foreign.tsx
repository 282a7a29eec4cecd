import { isBlank, type ReadableOptions, readableText } from '../show/readable-text.ts';

interface ForeignProps extends ReadableOptions {
  readonly text: string;
  /** What stands in when there is nothing to see. */
  readonly blank?: string;
}

/** Under the pointer there is room for more. */
const mostInTitle = 1_000;

/** Text that came from elsewhere: bounded, what would deceive is written out, and its direction is its own. */
export function Foreign({ text, blank, ...options }: ForeignProps) {
  if (blank !== undefined && isBlank(text)) return <span className="blank">{blank}</span>;
  const shown = readableText(text, options);
  const more = shown.length < text.length ? { title: readableText(text, { most: mostInTitle }) } : {};
  return <bdi {...more}>{shown}</bdi>;
}
