import type { Outcome, PaymentMethod } from '@order-workflow/order-domain';
import type * as z from 'zod/mini';
import type { FaultClass, RejectionClass } from './stage-failure.ts';

/** A table that a stage uses by item. */
export interface StageTable {
  /** `stock` */
  readonly name: string;
  /** Its partition key, a text. Stages that name the same table name the same key. */
  readonly key: string;
  /** `read`: to get an item. `put`: to get and put one. `write`: to get, put and update one. */
  readonly may: 'read' | 'put' | 'write';
  /**
   * Whether the stage works without it, too. The table is then there only where a deployment asks for it by its name, and only
   * then may the stage use it; elsewhere its variable is not set.
   */
  readonly optional?: true;
}

/** What a stage may use in the account it is deployed to. */
export interface StageAccess {
  /** `publish` grants publishing to the notifications topic and sets `NOTIFICATIONS_TOPIC_ARN`. */
  readonly notifications?: 'publish';
  /**
   * The environment variable with the ARN of a secret in AWS Secrets Manager that the stage may read. Like a setting it
   * becomes a parameter of the stack, empty by default; with it comes the permission for that one secret.
   */
  readonly secret?: string;
  /**
   * The environment variable with the name of an event bus that the stage may put events on. Like a setting it becomes a
   * parameter of the stack, empty by default: then nothing is granted, and the stage is to put none.
   */
  readonly eventBus?: string;
  /**
   * The name of a table that the stage reads and writes by item: `orders`. The workflow has one of each name, keyed by the
   * text `orderId`; the stage finds its name in `ORDERS_TABLE_NAME`, and may get and put an item.
   */
  readonly table?: string;
  /**
   * Tables besides that, each of which the workflow has once, by its name. The stage finds the name of `giftCards` in
   * `GIFT_CARDS_TABLE_NAME`.
   */
  readonly tables?: readonly StageTable[];
  /**
   * The environment variable of a key that a deployment makes once, at random, and keeps for ever: 64 characters. Stages
   * that name the same variable have the same key.
   */
  readonly madeKey?: string;
}

/**
 * What customers are told where an order is undone because of a stage, as it goes on after "We are sorry: ". So it does, too, where the
 * stage stands behind a parcel that cannot be called back, and the order stands without it.
 */
export interface Apology {
  /** Of any failure: `your order could not be sent`. */
  readonly failed: string;
  /** Of a rejection, whose first reason stands behind it in brackets: `your order cannot be sent`. As `failed` unless given. */
  readonly rejected?: string;
  /**
   * The same in other languages, by the tag of each: `de`. What stands here follows "Es tut uns leid: " and is followed by a full
   * stop. Where a language is missing, customers who read it are told of the failure in general words.
   */
  readonly in?: Readonly<Record<string, TranslatedApology>>;
}

/** An apology in another language; `awaited` is of what the stage awaits and what never came. */
export interface TranslatedApology {
  readonly failed: string;
  readonly rejected?: string;
  readonly awaited?: string;
}

/** What a stage asks by a port of its own. */
export interface StagePort {
  /** `gateway` */
  readonly name: string;
  /** The call by which the stage does its work, in the port's words: `charge`. Absent where the port is asked for one thing only. */
  readonly call?: string;
}

/**
 * Seconds for which a stage is retried at least before it is given up, however fast each try fails: for each of its faults by
 * name, or one time for all of them. Whole, and a year at most. Little while a customer waits, much until an undo is done,
 * which is tried for 25 hours at least, whatever stands here.
 *
 * A state has one Retry for all that may recur while it waits, a failure of the invocation itself among it, so the most
 * patient of them counts for all: a few faults of another kind do not use up its time.
 */
export type Patience<FaultName extends string = string> = number | Readonly<Record<FaultName, number>>;

/** A fault that is no failure but a "not yet", and may be met for days: it is waited for apart from all others. */
export interface AwaitedFault {
  /** One of the stage's faults. `patienceSeconds` says for how long it is waited for. */
  readonly fault: FaultClass;
  /** The name of the state that waits: `Await Payment`. It calls the stage's function again until that no longer says "not yet". */
  readonly stateName: string;
  /**
   * Of an undo that is accepted and not done yet: the name of the state in which the customer is told so at once, before it is
   * waited for: `Announce Refund`. There the notice's function is called with `announcing`, the undo's key: it tells how the order will
   * end, and ends it only when it is called without, once all is undone. What is announced is not told again. Where an undo that follows
   * may end the order otherwise (`mayStand`), it is only waited for.
   */
  readonly announcedIn?: string;
  /** The ways to pay that are met with it as a rule: a bank transfer. Where a workflow cannot wait, its first stage rejects them. */
  readonly paymentMethods?: readonly PaymentMethod[];
  /** Of an undo: what a person does when an execution fails where it is waited for; as of the stage unless given. */
  readonly runbook?: string;
  /** What customers are told where it never comes, as it goes on after "We are sorry: "; as of any failure unless given. */
  readonly apology?: string;
}

/**
 * Something that a stage comes upon which is no failure of it, and that a person should look at all the same. A deployment rings an
 * alarm at the first.
 */
export interface StageFinding {
  /** The name of its metric: `heldAfterEnd`. Decisions count it under this name. */
  readonly name: string;
  /** The heading of its entry in docs/runbook.md: `Stock was held after its order`. */
  readonly heading: string;
  /** What has happened, as the alarm says it, in a sentence. */
  readonly says: string;
  /** What a person does: the entry of docs/runbook.md below its heading, in Markdown. */
  readonly runbook: string;
}

/** Reads a record. What it misses is an issue whose path begins with the missing key. */
interface RecordReader {
  safeParse(record: unknown): {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;
  };
}

/** The facts of a stage from which the infrastructure derives its function, permissions, Retry and Catch. */
export interface StageFacts<Key extends string = string> {
  /** The key of its receipt in the record. */
  readonly key: Key;
  /** The name of its state, as people read it: `Process Payment`. */
  readonly stateName: string;
  /** The name of its function: `ProcessPaymentFunction`. */
  readonly functionName: string;
  /**
   * What people call it for short: `payment`, as in `--fault payment=declined`. Its state's name in lower case with hyphens
   * (`process-payment`) unless given.
   */
  readonly word?: string;
  /** By what it does its work. Where something stands in for that, as on a laptop, it can be made to fail there. */
  readonly port?: StagePort;
  /** The built handler as a package export: `@order-workflow/payment/lambda/process-payment`. */
  readonly bundle: string;
  /** What it reads of the record, by whose keys the composition sees whether earlier stages leave it. */
  readonly needs: RecordReader;
  readonly rejections: readonly RejectionClass[];
  /**
   * Of the first stage: words in the reasons of a rejection by which the record must not keep the order. Of such a one no
   * more is carried on than who is told (`contactFields`), and of that no field whose name, `: ` and these words stand in a
   * reason.
   */
  readonly withheldWhere?: string;
  /**
   * Of the first stage: the environment variable with the ways to pay that the workflow cannot wait for, separated by commas. It
   * is not set where the workflow waits for all of them. The stage rejects orders that are paid so.
   */
  readonly unawaitedPayments?: string;
  /** The order's outcome when this stage rejects it. */
  readonly rejectedAs?: Outcome;
  /**
   * The business answer by which the stage says that the order is another execution's: this one ends there, as a duplicate.
   * It neither undoes anything nor tells anybody.
   */
  readonly notOwned?: RejectionClass;
  readonly faults: readonly FaultClass[];
  /** Of the notice's stage: the one of its faults that only an end can meet. Where an end is only announced, it is not retried. */
  readonly ofEnds?: FaultClass;
  /** For how long each of its faults is retried at least. */
  readonly patienceSeconds: Patience;
  /**
   * Of a stage between the first and the notice, or an undo: the fault that is caught as soon as it is met, into a state of
   * its own. There everything is retried for as long as the most patient fault says.
   */
  readonly awaits?: AwaitedFault;
  /** What customers are told of its failure, where the order is undone by it, or stands without it. */
  readonly apology?: Apology;
  /** What a person does when an execution fails at it: the entry of docs/runbook.md below its heading, in Markdown. */
  readonly runbook?: string;
  /** What it may come upon that is for a person, and no failure. */
  readonly findings?: readonly StageFinding[];
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  /** Environment variables that a deployment may set; each becomes a parameter of the stack, empty by default. */
  readonly settings: readonly string[];
  readonly access: StageAccess;
  /**
   * For an undo: the key of the receipt whose effect may stand after all (a parcel on its way). Its own receipt then
   * has `standing`, the receipt of what stands, and the order goes forward.
   */
  readonly mayStand?: string;
}

/**
 * A stage as the composition sees it. `Needs` sits in a function-typed property and is therefore contravariant: a stage
 * fits wherever the record already holds what it needs.
 */
export interface Stage<Key extends string, Needs, Receipt> extends StageFacts<Key> {
  readonly accepts: (record: Needs) => boolean;
  readonly receipt: z.ZodMiniType<Receipt>;
}

/** The one place where the facts of a stage stand. */
export interface StageManifest<Key extends string, Needs, Receipt> extends Stage<Key, Needs, Receipt> {
  /** What the stage reads of the record. Keys of the record that it does not name are dropped. */
  readonly needs: z.ZodMiniType<Needs>;
}

type Given<Key extends string, Needs, Receipt> = Omit<
  StageManifest<Key, Needs, Receipt>,
  'accepts' | 'settings' | 'access' | 'rejections'
> &
  Partial<Pick<StageFacts, 'settings' | 'access' | 'rejections'>>;

type FaultNameOf<Facts extends Pick<StageFacts, 'faults'>> = Facts['faults'][number]['errorName'];

/** Writes a manifest down: settings, access and rejections are empty unless given. */
export function defineStage<
  const Key extends string,
  Needs,
  Receipt,
  const Facts extends Pick<StageFacts, 'faults'> & Partial<Pick<StageFacts, 'rejections' | 'notOwned'>>,
>(
  manifest: Given<Key, Needs, Receipt> & Facts & { readonly patienceSeconds: Patience<FaultNameOf<Facts>> },
): StageManifest<Key, Needs, Receipt> & Facts {
  return {
    settings: [],
    access: {},
    rejections: [],
    ...manifest,
    accepts: (record: Needs) => manifest.needs.safeParse(record).success,
  };
}
