import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** How far the orders of a state machine have been written into a table. Instants are those of {@link PastExecution}. */
export interface AdoptionProgress {
  readonly stateMachineArn: string;
  readonly table: string;
  /** When the latest execution began that was seen; those after it are yet to come. */
  readonly since: string;
  /** Executions that began after this, and up to `since`, are done. */
  readonly reached: string;
  /** ARNs of executions that ran when they were done. */
  readonly running: readonly string[];
}

/** Where it is kept, so that a deployment that was stopped goes on from there. Without it, it begins anew. */
export interface AdoptionBook {
  read(): AdoptionProgress | undefined;
  write(progress: AdoptionProgress): void;
  forget(): void;
}

/** Keeps it in a file of this machine. It names executions, and nothing of what they were given. */
export function adoptionBook(file: string): AdoptionBook {
  return {
    read() {
      try {
        return JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        return undefined;
      }
    },
    write(progress) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify(progress), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    forget: () => rmSync(file, { force: true }),
  };
}
