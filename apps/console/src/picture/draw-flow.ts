import { type Flow, type FlowEdge, flowEnd, flowStart } from '../definition/flow.ts';
import type { Box, FlowLayout } from '../definition/flow-layout.ts';
import { arrowHead, edgePath } from '../graph/edge-path.ts';
import { noteOfState } from '../graph/note-of-state.ts';
import type { StateTrace, Trace } from '../history/trace.ts';
import { shapeLines } from '../parts/status-shapes.ts';
import { readableText } from '../show/readable-text.ts';
import { stateLooks } from '../show/tone.ts';
import { escapeXml } from './escape-xml.ts';

/** As styles/graph.css has it for the page. */
const look = `text{font-family:ui-sans-serif,system-ui,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
.surface{fill:var(--surface)}
.line path:first-child{fill:none;stroke:var(--line-strong);stroke-width:1.2;opacity:.6}
.line path:nth-child(2){fill:var(--line-strong);opacity:.6}
.line text{fill:var(--muted);stroke:var(--surface);stroke-width:5px;paint-order:stroke;font-size:11px}
.line.catch path:first-child{stroke-dasharray:4 3}
.line.taken path:first-child{stroke:var(--ink);stroke-width:2.2;opacity:1}
.line.taken path:nth-child(2){fill:var(--ink);opacity:1}
.line.taken text{fill:var(--ink);font-weight:600}
.box{fill:var(--wash);stroke:var(--tone)}
.idle .box{fill:var(--surface);stroke:var(--line-strong);stroke-dasharray:3 3}
.name{fill:var(--ink);font-size:13px;font-weight:600}
.idle .name{fill:var(--muted);font-weight:500}
.note{fill:var(--tone);font-size:11.5px}
.icon{fill:none;stroke:var(--tone);stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}
.icon .filled{fill:var(--tone)}
.icon .on-filled{stroke:var(--surface)}
.dot{fill:var(--surface);stroke:var(--line-strong);stroke-width:2}
.dot.reached{fill:var(--ink);stroke:var(--ink)}
${['idle', 'run', 'good', 'warn', 'bad'].map((tone) => `.${tone}{--tone:var(--${tone});--wash:var(--${tone}-wash)}`).join('\n')}`;

interface FlowPicture {
  readonly flow: Flow;
  readonly layout: FlowLayout;
  readonly trace: Trace;
  /** What the picture shows, for who does not see it. */
  readonly title: string;
  /** The declarations of colours, as `pictureColours` gives them. */
  readonly colours: string;
}

/** The graph of the console as an SVG document that stands alone. */
export function drawFlow({ flow, layout, trace, title, colours }: FlowPicture): string {
  const [width, height] = [Math.ceil(layout.width), Math.ceil(layout.height)];
  // What was taken is drawn over what was not.
  const lines = flow.edges.toSorted((a, b) => Number(trace.taken.has(a.id)) - Number(trace.taken.has(b.id)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>\n${colours}\n${look}\n</style>`,
    `<rect class="surface" width="${width}" height="${height}" rx="8"/>`,
    ...lines.map((edge) => line(edge, layout, trace.taken.has(edge.id))),
    ...[flowStart, flowEnd].map((name) => dot(layout.nodes.get(name), reached(name, flow, trace))),
    ...flow.states.map(({ name, type }) => state({ name, type }, layout.nodes.get(name), trace.states.get(name))),
    '</svg>\n',
  ].join('\n');
}

function reached(name: string, flow: Flow, trace: Trace): boolean {
  return flow.edges.some(({ id, from, to }) => (from === name || to === name) && trace.taken.has(id));
}

function line({ id, kind, label }: FlowEdge, layout: FlowLayout, taken: boolean): string {
  const { points = [], label: at } = layout.edges.get(id) ?? {};
  const words =
    label === '' || !at
      ? ''
      : `<text x="${round(at.x)}" y="${round(at.y)}" text-anchor="middle" dominant-baseline="central">${escapeXml(label)}</text>`;
  const paths = `<path d="${edgePath(points)}"/><path d="${arrowHead(points)}"/>`;
  return `<g class="line ${kind}${taken ? ' taken' : ''}">${paths}${words}</g>`;
}

function dot(box: Box | undefined, isReached: boolean): string {
  if (!box) return '';
  const radius = box.width / 2;
  return `<circle class="dot${isReached ? ' reached' : ''}" cx="${round(box.x + radius)}" cy="${round(box.y + radius)}" r="${radius - 1}"/>`;
}

function state(
  { name, type }: { readonly name: string; readonly type: string },
  box: Box | undefined,
  trace: StateTrace | undefined,
): string {
  if (!box || !trace) return '';
  const { shape, tone } = stateLooks[trace.status];
  const icon = shapeLines(shape).map(
    ({ path, className, dashes }) =>
      `<path d="${path}"${className ? ` class="${className}"` : ''}${dashes ? ` stroke-dasharray="${dashes}"` : ''}/>`,
  );
  const note = trace.status === 'not-reached' ? type : noteOfState(trace);
  const middle = box.height / 2;
  return [
    `<g class="${tone}" transform="translate(${round(box.x)} ${round(box.y)})">`,
    // A Choice is told apart by its cut corners.
    `<rect class="box" width="${box.width}" height="${box.height}" rx="${type === 'Choice' ? 18 : 7}"/>`,
    `<g class="icon" transform="translate(11 ${middle - 8})">${icon.join('')}</g>`,
    `<text class="name" x="36" y="${middle - 4}">${escapeXml(readableText(name, { most: 26 }))}</text>`,
    `<text class="note" x="36" y="${middle + 12}">${escapeXml(readableText(note, { most: 30 }))}</text>`,
    '</g>',
  ].join('');
}

/** Nobody sees less than a hundredth of a pixel. */
function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
