import { letterBookContract } from '../ports/letter-book.contract.ts';
import { MemoryLetterBook } from './memory-letter-book.ts';

const book = new MemoryLetterBook();
letterBookContract('the book in memory', () => book);
