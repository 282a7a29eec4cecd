/** Why a letter is not taken, for good until a person does something. Each has its entry in docs/runbook.md. */
export const refusals = [
  /** The sender, or its domain, is not verified, or the function may not use it. */
  'SenderNotVerified',
  /** The account may write to verified addresses only. */
  'StillInSandbox',
  /** The account's sending, or the configuration set's, was stopped. */
  'SendingPaused',
  /** SES does not take the letter for what it is. */
  'LetterRefused',
] as const;

export type Refusal = (typeof refusals)[number];

export type PostAnswer =
  | { readonly kind: 'taken'; readonly messageId: string }
  /** `detail` is for operators, and holds no address. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly detail: string }
  /** Certainly not taken; later it may be. */
  | { readonly kind: 'unavailable'; readonly detail: string }
  /** It may have been taken. */
  | { readonly kind: 'lost'; readonly detail: string };

/** Who brings letters. */
export interface PostOffice {
  send(letter: Letter): Promise<PostAnswer>;
}

/** An e-mail to one customer. Text and HTML say the same words. */
export interface Letter {
  /** By which SES tells of it later. */
  readonly letterId: string;
  /** Of the notice that it brings. */
  readonly notificationId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
