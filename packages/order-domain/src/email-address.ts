import { domainToASCII } from 'node:url';
import * as z from 'zod/mini';
import { isAscii, plainText, withoutUnseen } from './plain-text.ts';

const anAddress = 'an e-mail address';

/**
 * The dot-atom of RFC 5322, 64 characters at most (RFC 5321), before the @; and after it labels of up to 63 that neither
 * begin nor end with a hyphen (RFC 1123), the last one letters or Punycode. No quoted part and no IP address: nobody's mail.
 */
const mailbox =
  /^(?=[^@]{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{0,58}[A-Za-z0-9])$/;

/**
 * An e-mail address as mail is sent to it: a domain in another script is read as its ASCII form (Punycode, RFC 5891). A
 * part before the @ that is not ASCII needs SMTPUTF8 (RFC 6531), which Amazon SNS and SES do not speak
 * (https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html): it is refused, and says so.
 */
export const emailAddressSchema = z
  .string()
  .check(
    z.overwrite(withAsciiDomain),
    z.regex(mailbox, { error: ({ input }) => expectation(input) }),
    z.maxLength(254),
  );

function withAsciiDomain(text: string): string {
  const address = withoutUnseen(plainText(text.normalize('NFKC')));
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  // An empty answer means that it is no domain: then it stays as it was given, and is refused as that.
  return isAscii(domain) ? address : `${address.slice(0, at + 1)}${domainToASCII(domain) || domain}`;
}

function expectation(input: unknown): string {
  const local = String(input).replace(/@[^@]*$/, '');
  if (isAscii(local)) return anAddress;
  return `${anAddress} with only ASCII before the @: mail to others (SMTPUTF8) is not supported`;
}

const addressedSchema = z.object({ customerEmail: emailAddressSchema });

/** The address of an order's customer, by which one is the same whatever the capitals; undefined of an order without one that mail could be sent to. */
export function customerAddress(order: unknown): string | undefined {
  return addressedSchema.safeParse(order).data?.customerEmail.toLowerCase();
}
