import { postOfficeContract } from '../ports/post-office.contract.ts';
import { RecordingPostOffice } from './recording-post-office.ts';

postOfficeContract('the recording post office', () => {
  const office = new RecordingPostOffice();
  return {
    office,
    arrived: async () => office.taken.map(({ to, subject, text, html }) => ({ to, subject, text, html })),
  };
});
