import { Foreign } from '../parts/foreign.tsx';
import { Moment } from '../parts/moment.tsx';
import type { BookLine, DeskOrder } from './desk-server.ts';

/** What gateway and carrier were asked, what they said, and what came of it. */
export function BooksCard({ order: { gateway, carrier } }: { readonly order: DeskOrder }) {
  return (
    <div className="order-cards">
      <Book id="gateway-title" title="What the gateway said" lines={gateway} />
      <Book id="carrier-title" title="What the carrier said" lines={carrier} />
    </div>
  );
}

/** What a status of HTTP means of gateway and carrier alike. */
const answers: Readonly<Record<string, string>> = {
  200: 'found',
  201: 'done',
  202: 'taken, not done yet',
  402: 'declined',
  404: 'knows of none',
  409: 'refused, it stands otherwise',
  422: 'refused, the key means something else',
};

function Answer({ answer }: { readonly answer: string | undefined }) {
  if (answer === undefined) return 'no answer';
  return (
    <>
      {answers[answer]} <code>{<Foreign text={answer} most={60} />}</code>
    </>
  );
}

interface BookProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly BookLine[];
}

function Book({ id, title, lines }: BookProps) {
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lines.length === 0 && <p className="muted">It was not asked.</p>}
      {lines.length > 0 && (
        <ol className="book">
          {lines.map((line, index) => (
            <li key={`${line.at} ${index}`}>
              {line.kind === 'call' ? (
                <span>
                  asked to <Foreign text={line.what} most={60} />: <Answer answer={line.answer} />
                </span>
              ) : (
                <strong>
                  <Foreign text={line.what} most={60} />
                </strong>
              )}
              <span className="muted">
                <Moment at={Date.parse(line.at)} /> · <Foreign text={line.key} most={100} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
