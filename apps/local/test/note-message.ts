// Notes messages in the log that it is given, says so, and is killed before it could close it.
import { openMessageLog } from '../src/messages/message-log.ts';

const log = openMessageLog(process.argv[2]);
log.publish({ subject: 'Order 1', text: 'Hello', attributes: { notificationId: 'order-1-notice' } });
log.park({ messageId: 'm1', queueUrl: 'https://queue', body: '{}', parkedAt: '2026-03-02T10:00:00.000Z' });
process.stdout.write('noted\n');
setInterval(() => undefined, 60_000);
