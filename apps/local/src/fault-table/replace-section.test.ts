import { describe, expect, it } from 'vitest';
import { replaceSection } from './replace-section.ts';

const document = 'Before\n\n<!-- begin -->\n\n### One\n\nfirst\n\n### One, and more\n\nsecond\n\n<!-- end -->\n';

describe(replaceSection, () => {
  it('puts a section in the place of the one under its heading, and leaves all else', () => {
    expect(replaceSection(document, '### One\n\nother')).toBe(document.replace('first', 'other'));
    expect(replaceSection(document, '### One, and more\n\nother')).toBe(document.replace('second', 'other'));
  });

  it('refuses a section that the document does not have, instead of losing it', () => {
    expect(() => replaceSection(document, '### Two\n\nother')).toThrow('no section "### Two"');
  });
});
