import type { AwsClients } from '../aws-clients.ts';

/** Something that the emulator is known to do otherwise than AWS. */
export interface Difference {
  /** What AWS does, and what follows for the proof. */
  readonly says: string;
  /** Tries it out: what was seen, and whether the emulator still differs. */
  probe(clients: AwsClients): Promise<{ readonly differs: boolean; readonly seen: string }>;
}
