import * as z from 'zod/mini';
import { historyEventSchema } from '../api/history-event.ts';
import { layOutFlow } from '../definition/lay-out-flow.ts';
import { readFlow } from '../definition/read-flow.ts';
import { layoutSizes } from '../graph/layout-sizes.ts';
import { readVisits } from '../history/read-visits.ts';
import { traceExecution } from '../history/trace-execution.ts';
import { drawFlow } from './draw-flow.ts';
import { pictureColours } from './picture-colours.ts';

/** CSS pixels of the column in which documents show pictures. */
const width = 720;

interface ExecutionPicture {
  /** In Amazon States Language. */
  readonly definition: string;
  /** As GetExecutionHistory gives them over the wire: a timestamp is a number of seconds. Empty of a machine that did not run. */
  readonly events?: readonly unknown[];
  /** As DescribeExecution says it. */
  readonly status?: string;
  readonly title: string;
  /** The text of styles/tokens.css. */
  readonly tokens: string;
}

/**
 * A definition, and what an execution made of it, as the console draws it: an SVG document that stands alone.
 *
 * @throws SyntaxError when the definition is no JSON, ZodError when it is no definition or an event is none
 */
export function drawExecution({ definition, events = [], status = '', title, tokens }: ExecutionPicture): string {
  const flow = readFlow(definition);
  const { visits } = readVisits(z.array(historyEventSchema).parse(events));
  const trace = traceExecution(flow, visits, status);
  return drawFlow({
    flow,
    layout: layOutFlow(flow, layoutSizes(width)),
    trace,
    title,
    colours: pictureColours(tokens),
  });
}
