import { postalCodeForms } from './postal-code-forms.ts';
import type { Rule } from './rule.ts';

/** What the simulated carrier takes for an instruction (`@order-workflow/shipping`); a real one takes it for an address. */
const instruction = /^SIM-/;

/** What is written before codes besides the country's own two letters: the signs of its vehicles, and Åland's. */
const prefixes: ReadonlyMap<string, string> = new Map(
  'AT:A BE:B DE:D EE:EST ES:E FI:FIN|AX FR:F HU:H IE:IRL IT:I LI:FL LU:L MT:M NO:N PT:P SE:S SI:SLO SM:RSM VA:V'
    .split(' ')
    .map((entry) => entry.split(':') as [string, string]),
);

/**
 * The postal code is one of its country, however it is grouped, and with or without the country before it: `D-10115`,
 * `SE-114 55`. One with another country before it is not, nor one of zeros alone. A country without postal codes takes
 * any, and none.
 */
export const postalCode: Rule = ({ address }) => {
  const known = address && postalCodeForms.get(address.country);
  if (!address || !known) return [];
  const { postalCode: given, country } = address;
  const field = 'shippingAddress.postalCode';
  const expected = `expected a postal code of ${country}, such as ${known.example}`;
  if (given === undefined) return known.required ? [{ field, problem: `missing, ${expected}` }] : [];
  if (instruction.test(given) || hasForm(given, country, known.pattern)) return [];
  const { length } = given;
  return [{ field, problem: `given a text of ${length} ${length === 1 ? 'character' : 'characters'}, ${expected}` }];
};

function hasForm(given: string, country: string, pattern: string): boolean {
  const compact = given.replace(/[ -]/g, '');
  if (/^0+$/.test(compact)) return false;
  const prefix = new RegExp(`^(?:${country}|${prefixes.get(country) ?? country})[ -]?`);
  const written = [compact, `${country}${compact}`, given.replace(prefix, '').replace(/[ -]/g, '')];
  const whole = new RegExp(`^(?:${pattern})$`);
  return written.some((one) => whole.test(one));
}
