import { postalCodeForms, postalCodeRequired } from './postal-code-forms.ts';
import type { Rule } from './rule.ts';

const forms = new Map(
  postalCodeForms.flatMap(([form, countries]) =>
    countries.split(',').map((entry) => {
      const [country = '', example] = entry.split(':');
      return [country, { form, example }] as const;
    }),
  ),
);

/** What the simulated carrier takes for an instruction (`@order-workflow/shipping`); a real one takes it for an address. */
const instruction = /^SIM-/;

/**
 * The postal code is one of its country, however it is grouped, and with or without the country before it: `D-10115`,
 * `SE-114 55`. A country without postal codes takes any, and none.
 */
export const postalCode: Rule = ({ address }) => {
  const known = address && forms.get(address.country);
  if (!address || !known) return [];
  const { postalCode: given, country } = address;
  const field = 'shippingAddress.postalCode';
  const expected = `expected a postal code of ${country}, such as ${known.example}`;
  if (given === undefined) return postalCodeRequired.has(country) ? [{ field, problem: `missing, ${expected}` }] : [];
  if (instruction.test(given) || hasForm(given, country, known.form)) return [];
  const { length } = given;
  return [{ field, problem: `given a text of ${length} ${length === 1 ? 'character' : 'characters'}, ${expected}` }];
};

function hasForm(given: string, country: string, form: string): boolean {
  const compact = (code: string) => code.replace(/[ -]/g, '');
  const code = compact(given);
  const written = [code, `${country}${code}`, compact(given.replace(/^[A-Z]{1,3}-/, ''))];
  if (code.startsWith(country)) written.push(code.slice(country.length));
  const whole = new RegExp(`^(?:${form})$`);
  return written.some((one) => whole.test(one));
}
