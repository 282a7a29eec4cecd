import type { PostAnswer, Refusal } from '../ports/post-office.ts';

/** What SES said instead of a message's id. */
export interface SesRefusal {
  readonly status: number;
  /** Its name for it, perhaps with more before `#` or behind `:`. */
  readonly type: string;
  /** May hold addresses. */
  readonly message: string;
}

/** Answers that pass by themselves (SES API v2, SendEmail and common errors). */
const passing =
  /^(TooManyRequests|Throttl|LimitExceeded|ConcurrentModification|RequestExpired|ExpiredToken|InvalidSignature)/;

/** What is refused for good, by SES's name for it. */
const named: Readonly<Record<string, Refusal>> = {
  MailFromDomainNotVerifiedException: 'SenderNotVerified',
  SendingPausedException: 'SendingPaused',
  AccountSuspendedException: 'SendingPaused',
};

/**
 * Tells what SES refused, without its own words, which name addresses. One sentence stands for two: "Email address is not
 * verified. The following identities failed the check in region …" is of the sender, or in the sandbox of the customer.
 * So it is where the function may not use an identity: in the sandbox SES asks that of a verified customer's, too.
 */
export function judgeRefusal(
  { status, type, message }: SesRefusal,
  { sender, to }: { readonly sender: string; readonly to: string },
): PostAnswer {
  const name = /([A-Za-z]{1,80})(?::.*)?$/.exec(type.replace(/^.*#/, ''))?.[1] ?? '';
  const refused = (refusal: Refusal, why = name): PostAnswer => ({
    kind: 'refused',
    refusal,
    detail: `SES answered ${status} (${why || 'without a name'})`,
  });
  if (status === 429 || passing.test(name)) return { kind: 'unavailable', detail: `SES: ${name || status}` };
  // As with any service: it may have been done. So is what has no reason, though it succeeded.
  if (status >= 500 || status === 408 || status < 400)
    return { kind: 'lost', detail: `SES answered ${status} (${name || 'without a name'})` };
  const refusal = named[name];
  if (refusal) return refused(refusal);
  if (name === 'MessageRejected' && /not verified/i.test(message))
    return names(message, sender) || !names(message, to) ? refused('SenderNotVerified') : refused('StillInSandbox');
  if (/^AccessDenied/.test(name) || status === 403)
    return names(message, to) && !names(message, sender) ? refused('StillInSandbox') : refused('SenderNotVerified');
  return refused('LetterRefused');
}

/** Whether a sentence names an address, or its domain, as what was not verified. */
function names(message: string, address: string): boolean {
  return message.toLowerCase().includes(address.toLowerCase());
}
