import type { CustomerMessage } from '../messages/message-log.ts';
import type { Paint } from '../terminal/paint.ts';
import { printable } from '../terminal/printable.ts';
import { wrapText } from '../terminal/wrap-text.ts';

/** The message as every subscriber of the topic got it, which is nobody's own address. A rule on the left only: nobody can know how wide a customer's letters are. */
export function renderMessage({ subject, text, attributes }: CustomerMessage, paint: Paint, width: number): string[] {
  const to = attributes['customerEmail'];
  const line = (content: string) => `  ${paint.quiet('│')} ${content}`.trimEnd();
  const body = text
    .trimEnd()
    .split('\n')
    .flatMap((paragraph) => wrapText(printable(paragraph), width - 6));
  return [
    '',
    `  ${paint.quiet(`╭ To every subscriber of the notices topic, ${to === undefined ? 'of an order without an address' : `for ${printable(to)}`}`)}`,
    line(paint.strong(printable(subject))),
    line(''),
    ...body.map(line),
    `  ${paint.quiet('╰')}`,
  ];
}
