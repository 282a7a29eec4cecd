import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMailedNotice } from '../testing/a-mailed-notice.ts';
import { letterHtml } from './letter-html.ts';
import { letterStyle } from './letter-style.ts';
import { readBlocks } from './read-blocks.ts';

const rejected = 'Hello,\n\nWhat needs to change:\n  - items[0].quantity: given 0\n  - order: unknown key "price"\n';

/** The words that a browser shows, without the mark-up and its space. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('</h1>'), html.indexOf('</main>'));
  const text = body.replace(/<[^>]*>/g, ' ');
  const signs = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text
    .replace(/&(\w+|#39);/g, (_, name: keyof typeof signs) => signs[name])
    .replace(/\s+/g, ' ')
    .trim();
}

describe(readBlocks, () => {
  it('reads paragraphs, tables and lists as notices write them', () => {
    expect(readBlocks(aMailedNotice().text)).toEqual([
      { kind: 'words', lines: ['Hello Zoë 🎁,'] },
      { kind: 'words', lines: ['Thank you for your order.'] },
      {
        kind: 'table',
        rows: [
          { label: '2 x Espresso cup', value: '39.98 EUR' },
          { label: 'Total', value: '39.98 EUR' },
        ],
      },
    ]);
    expect(readBlocks(rejected)).toEqual([
      { kind: 'words', lines: ['Hello,'] },
      { kind: 'words', lines: ['What needs to change:'] },
      { kind: 'list', items: ['items[0].quantity: given 0', 'order: unknown key "price"'] },
    ]);
  });
});

describe(letterHtml, () => {
  it('says every word of the text, and no other', () => {
    const line = fc.stringMatching(/^(| {2}|- | {2}- )[!-~]([ -~]{0,20}[!-~])?(: [0-9]+ EUR)?$/);
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.constant('')), { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const html = letterHtml({ locale: 'en', subject: 'x', text });
        // Of a list the hyphens, and of a table the colons, are drawn.
        const plain = (words: string) => words.replace(/[-:\s]/g, '');
        expect(plain(wordsOf(html))).toBe(plain(text));
      }),
      { numRuns: 300 },
    );
  });

  it('escapes what a customer or a shop wrote: nothing in it is mark-up', () => {
    const evil = '<img src=x onerror=alert(1)>"\'&</style><script>';
    const html = letterHtml({ locale: '"><script>', subject: evil, text: `Hello ${evil},\n\n  1 x ${evil}: 1 EUR\n` });
    expect(html.match(/<(?!\/)[a-z!0-9]+/g)).toEqual([
      ...['<!doctype', '<html', '<head', '<meta', '<meta', '<meta', '<meta', '<title', '<style', '<body', '<main'],
      ...['<h1', '<p', '<table', '<tr', '<th', '<td'],
    ]);
    expect(html).not.toMatch(/<img|<script/);
  });

  it('fetches nothing: no address of anything is in it', () => {
    const html = letterHtml(aMailedNotice());
    expect(html).not.toMatch(/\b(src|href|url\(|@import|https?:)/);
    expect(html).toContain('<html lang="en">');
    expect(letterHtml(aMailedNotice({ locale: 'de' }))).toContain('<html lang="de">');
  });

  it('has colours for the dark as for the light', () => {
    expect(letterStyle).toContain('prefers-color-scheme:dark');
    expect(letterHtml(aMailedNotice())).toContain('<meta name="color-scheme" content="light dark">');
  });
});
