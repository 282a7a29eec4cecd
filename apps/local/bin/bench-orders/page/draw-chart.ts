import type { Line, Results } from '../results.ts';
import { speedText, titleOf } from './figures-block.ts';

/** Pixels. */
const [width, left, right, barHeight, barStep, groupGap, top] = [720, 150, 190, 18, 24, 34, 44] as const;

const style = `
text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:#1f2328}
.title{font-weight:600;font-size:15px}
.group{font-weight:600}
.quiet{fill:#59636e}
.back{fill:#ffffff}
.ours{fill:#0969da}
.other{fill:#8c959f}
@media (prefers-color-scheme:dark){
text{fill:#e7eaef}
.quiet{fill:#9ba6b5}
.back{fill:#161b22}
.ours{fill:#4493f8}
.other{fill:#6e7781}
}
`;

/** Draws orders a second as bars, a group for each number of orders at once. It follows the theme of who looks. */
export function drawChart({ lines }: Results): string {
  const most = Math.max(...lines.map(({ perSecond }) => perSecond));
  const groups = [...Map.groupBy(lines, ({ concurrency }) => concurrency)];
  let y: number = top;
  const drawn = groups.map(([concurrency, inGroup]) => {
    const head = `<text class="group" x="16" y="${y + 14}">${headOf(concurrency)}</text>`;
    const bars = inGroup.map((line, at) => drawBar(line, most, y + 22 + at * barStep));
    y += 22 + inGroup.length * barStep + groupGap - barStep + barHeight;
    return [head, ...bars].join('\n');
  });
  const about = lines.map(
    ({ name, concurrency, perSecond }) => `${titleOf(name)} ${speedText(perSecond)} at ${concurrency}`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img">`,
    `<title>Orders a second: ${about.join(', ')} at once</title>`,
    `<style>${style}</style>`,
    `<rect class="back" width="${width}" height="${y}" rx="8"/>`,
    '<text class="title" x="16" y="26">Orders a second, and how long an order takes (p50)</text>',
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}

const headOf = (concurrency: number): string =>
  concurrency === 1 ? 'One order after the other' : `${concurrency} orders at once`;

function drawBar({ name, perSecond, p50Ms }: Line, most: number, y: number): string {
  const length = Math.max(2, Math.round(((width - left - right) * perSecond) / most));
  const baseline = y + 13;
  return [
    `<text x="${left - 10}" y="${baseline}" text-anchor="end">${titleOf(name)}</text>`,
    `<rect class="${name === 'this' ? 'ours' : 'other'}" x="${left}" y="${y}" width="${length}" height="${barHeight}" rx="2"/>`,
    `<text x="${left + length + 8}" y="${baseline}">${speedText(perSecond)} <tspan class="quiet">· ${Math.round(p50Ms)} ms</tspan></text>`,
  ].join('\n');
}
