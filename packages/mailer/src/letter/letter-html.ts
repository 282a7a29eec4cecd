import type { MailedNotice } from '../mailed-notice.ts';
import { letterStyle } from './letter-style.ts';
import { type Block, readBlocks } from './read-blocks.ts';

/**
 * The words of a notice as HTML: readable in light and dark and on a narrow screen, without anything that is fetched from
 * elsewhere, a script or a form. What is in it is escaped, since names and products are customers' and shops' own.
 */
export function letterHtml({ locale, subject, text }: Pick<MailedNotice, 'locale' | 'subject' | 'text'>): string {
  const title = escapeHtml(subject);
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(locale)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${title}</title>`,
    `<style>${letterStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1 dir="auto">${title}</h1>`,
    ...readBlocks(text).map(blockHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'words':
      return `<p dir="auto">${block.lines.map(wordsHtml).join('<br>\n')}</p>`;
    case 'list':
      return ['<ul>', ...block.items.map((item) => `<li dir="auto">${escapeHtml(item)}</li>`), '</ul>'].join('\n');
    case 'table':
      return ['<table>', ...block.rows.map(rowHtml), '</table>'].join('\n');
  }
}

/** A day stays on one line: `2026-03-04`. */
function wordsHtml(line: string): string {
  return escapeHtml(line).replace(/\b\d{4}-\d\d-\d\d\b/g, '<span>$&</span>');
}

function rowHtml({ label, value }: { readonly label: string; readonly value: string }): string {
  return `<tr><th scope="row" dir="auto">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML shows it, within an element or a quoted attribute. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => references[sign] ?? '');
}
