import { executionJournalContract } from './execution-journal.contract.ts';
import { createMemoryJournal } from './memory-journal.ts';

executionJournalContract('memory', createMemoryJournal);
