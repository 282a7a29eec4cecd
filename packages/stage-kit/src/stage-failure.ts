/**
 * The two ways in which a stage can fail by its contract. A *rejection* is a business answer: the stage did nothing,
 * and the workflow catches it by name. A *fault* is transient: the workflow retries it by name. Anything else that is
 * thrown is a defect, which the workflow treats as "may have happened".
 */
export type StageFailure = Rejection | Fault;

/** A business answer. `reasons` are sentences fit for the customer, without personal data; one a line in the message. */
export abstract class Rejection extends Error {
  readonly family = 'rejection';
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.reasons = reasons;
  }
}

/**
 * A transient failure of something that the stage depends on. The message is for operators: it is logged, and holds no
 * personal data.
 */
export abstract class Fault extends Error {
  readonly family = 'fault';
}

/**
 * A defect that a stage noticed itself, such as a ledger that contradicts the order: neither declared nor retried. Its
 * message is for operators and holds no personal data, so it may leave the function, unlike that of any other defect.
 */
export abstract class NoticedDefect extends Error {
  readonly family = 'defect';
}

/** The class of a rejection, made from these details, with its name on the wire, which Step Functions matches. */
export interface RejectionClass<Name extends string = string, Details extends readonly unknown[] = never[]> {
  readonly errorName: Name;
  new (...details: Details): Rejection & { readonly name: Name };
}

/** The class of a fault, made from these details, with its name on the wire. */
export interface FaultClass<Name extends string = string, Details extends readonly unknown[] = never[]> {
  readonly errorName: Name;
  new (...details: Details): Fault & { readonly name: Name };
}

/**
 * A base class for a rejection of this name: `class PaymentDeclined extends rejection('PaymentDeclined') {}`.
 * The name is a literal, because a minifier renames classes and Step Functions matches the name.
 */
export function rejection<const Name extends string>(
  errorName: Name,
): RejectionClass<Name, [reasons: readonly string[]]> {
  return class extends Rejection {
    static readonly errorName = errorName;
    override readonly name = errorName;
  };
}

/** A base class for a fault of this name: `class CarrierUnavailable extends fault('CarrierUnavailable') {}`. */
export function fault<const Name extends string>(
  errorName: Name,
): FaultClass<Name, [message: string, options?: ErrorOptions]> {
  return class extends Fault {
    static readonly errorName = errorName;
    override readonly name = errorName;
  };
}
