/**
 * A document with another text for the section under the same `###` heading, up to the next one or the comment that ends what is
 * generated.
 *
 * @throws RangeError when the document has no such section
 */
export function replaceSection(document: string, section: string): string {
  const [heading = ''] = section.split('\n');
  const begin = document.indexOf(`\n${heading}\n`);
  const end = begin + 1 + document.slice(begin + 1).search(/\n(### |<!-- )/);
  if (begin < 0 || end <= begin) throw new RangeError(`the document has no section "${heading}"`);
  return `${document.slice(0, begin)}\n${section}\n${document.slice(end)}`;
}
