import type { CustomerMessage } from '../messages/message-log.ts';

/** The body of a call to publish a message (SNS API reference, Publish): a list's entries are numbered from 1. */
export function publishForm({ subject, text, attributes }: CustomerMessage, topicArn: string): string {
  const form = new URLSearchParams({ Action: 'Publish', Version: '2010-03-31', TopicArn: topicArn, Message: text });
  if (subject !== '') form.set('Subject', subject);
  for (const [place, [name, value]] of Object.entries(attributes).entries()) {
    const at = `MessageAttributes.entry.${place + 1}`;
    form.set(`${at}.Name`, name);
    form.set(`${at}.Value.DataType`, name === 'sequence' ? 'Number' : 'String');
    form.set(`${at}.Value.StringValue`, value);
  }
  return form.toString();
}
