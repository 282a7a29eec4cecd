import { noticePublisherContract } from '../ports/notice-publisher.contract.ts';
import { RecordingNoticePublisher } from './recording-notice-publisher.ts';

noticePublisherContract(
  'the recording publisher',
  () => {
    const publisher = new RecordingNoticePublisher();
    return { publisher, received: () => publisher.published };
  },
  () => new RecordingNoticePublisher('unavailable'),
);
