import { letterIdOf } from '../letter-item.ts';
import type { MailedNotice } from '../mailed-notice.ts';
import type { Letter } from '../ports/post-office.ts';
import { letterHtml } from './letter-html.ts';

/** Makes the letter that brings a notice to its customer: its words as they are, and the same in HTML. */
export function composeLetter(notice: MailedNotice): Letter {
  const { notificationId, customerEmail, subject, text } = notice;
  return {
    letterId: letterIdOf(notice),
    notificationId,
    to: customerEmail,
    subject,
    text,
    html: letterHtml(notice),
  };
}
