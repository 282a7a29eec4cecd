import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import type { DeskOrder } from './desk-server.ts';

/** What happened to the order, in the words of the business. */
export function TimelineCard({ order: { timeline } }: { readonly order: DeskOrder }) {
  return (
    <section className="card what-happened" aria-labelledby="timeline-title">
      <h2 id="timeline-title">What happened</h2>
      <ol className="timeline">
        {timeline.map(({ at, words, by, tone }, index) => (
          <li key={`${at} ${by} ${index}`} className={tone}>
            <Foreign text={words} most={200} />
            <span className="muted">
              <Moment at={at} /> · {by}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
