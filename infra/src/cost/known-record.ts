import { recordAsItIs } from '../composition/record-expressions.ts';

/** What is certain of the record on a way through a state machine, by the JSONata of its states (composition/record-expressions.ts). */
export interface KnownRecord {
  /** Whether it was opened on this way, so that nothing is in it but what was written since. */
  readonly opened: boolean;
  /** The key of the stage that failed last. */
  readonly failed?: string;
  /** By the key under which an undo leaves its receipt: whether that says that the effect stands; undefined where it may. */
  readonly standing: Readonly<Record<string, boolean | undefined>>;
}

export const nothingKnown: KnownRecord = { opened: false, standing: {} };

/** The record after a state, or a way out of it, has written this. */
export function written(known: KnownRecord, output: unknown): KnownRecord {
  if (typeof output !== 'string') return nothingKnown;
  if (output === recordAsItIs) return known;
  const opens = output.startsWith('{% {');
  if (!(opens || output.startsWith('{% $merge([$states.input, {'))) return nothingKnown;
  const before = opens ? { opened: true, standing: {} } : known;
  const failed = /"failure": \{"stage": "([^"]+)"/.exec(output)?.[1];
  const keys = [...output.matchAll(/"(\w+)": /g)].map(([, key]) => [key, undefined]);
  const standing = { ...before.standing, ...Object.fromEntries(keys) };
  return { ...before, ...(failed !== undefined && { failed }), standing };
}

/** What is known where a choice's condition holds, and where it does not; undefined where that cannot be. */
export interface Decided {
  readonly holds?: KnownRecord;
  readonly fails?: KnownRecord;
}

/** A condition that says anything else than what stands and which stage failed may hold and may fail. */
export function decide(known: KnownRecord, condition: string | undefined): Decided {
  const asked = condition
    ?.replace(/^\{% | %\}$/g, '')
    .split(' and ')
    .map((part) => readPart(known, part));
  if (!asked || asked.some((part) => part === undefined)) return { holds: known, fails: known };
  const parts = asked.filter((part) => part !== undefined);
  const open = parts.filter(({ holds }) => holds !== true);
  const [only] = open;
  const standing = Object.fromEntries(open.flatMap(({ key }) => (key === undefined ? [] : [[key, true]])));
  const failed = open.find(({ stage }) => stage !== undefined)?.stage;
  return {
    ...(parts.every(({ holds }) => holds !== false) && {
      holds: { ...known, ...(failed !== undefined && { failed }), standing: { ...known.standing, ...standing } },
    }),
    ...(only && {
      fails:
        open.length === 1 && only.key !== undefined
          ? { ...known, standing: { ...known.standing, [only.key]: false } }
          : known,
    }),
  };
}

interface Part {
  readonly key?: string;
  readonly stage?: string;
  readonly holds: boolean | undefined;
}

function readPart({ opened, failed, standing }: KnownRecord, part: string): Part | undefined {
  const absent = opened ? false : undefined;
  const key = /^\$exists\(\$states\.input\.(\w+)\.standing\)$/.exec(part)?.[1];
  if (key !== undefined) return { key, holds: key in standing ? standing[key] : absent };
  const stage = /^\$states\.input\.failure\.stage = "([^"]+)"$/.exec(part)?.[1];
  return stage === undefined ? undefined : { stage, holds: failed === undefined ? absent : failed === stage };
}
