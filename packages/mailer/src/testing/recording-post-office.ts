import type { Letter, PostAnswer, PostOffice } from '../ports/post-office.ts';

/** A post office that keeps what it took, and can be told to fail. It keeps the contract of a real one. */
export class RecordingPostOffice implements PostOffice {
  readonly taken: Letter[] = [];
  /** What it answers next. A letter whose answer is lost may have been taken: this one takes it. */
  readonly answers: PostAnswer[] = [];

  async send(letter: Letter): Promise<PostAnswer> {
    const answer = this.answers.shift() ?? { kind: 'taken', messageId: `message-${this.taken.length + 1}` };
    if (answer.kind === 'taken' || answer.kind === 'lost') this.taken.push(letter);
    return answer;
  }
}
