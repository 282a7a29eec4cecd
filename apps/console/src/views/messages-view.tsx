import { sameOrNew, useLive } from '../live/use-live.ts';
import { type CustomerMessage, localMachine } from '../local/local-machine.ts';
import { MessageCard } from '../local/message-card.tsx';
import { Banner } from '../parts/banner.tsx';
import { Foreign } from '../parts/foreign.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { formatRoute } from '../route/route.ts';
import { readableText } from '../show/readable-text.ts';

/** What customers were told, newest first. */
export function MessagesView() {
  const { data, failure } = useLive(
    'messages',
    async (before: readonly CustomerMessage[] | undefined, signal) =>
      sameOrNew(before, (await localMachine.messages(undefined, signal)).messages),
    () => false,
  );
  return (
    <>
      <div className="view-head">
        <ViewTitle title="Messages to customers" />
      </div>
      <p className="muted">What the topic took on this machine. On AWS its subscribers get it.</p>
      {data?.length === 0 && <p className="card nothing">No customer was told anything yet.</p>}
      <div className="messages">
        {data?.map((message, index) => (
          <article
            key={`${message.attributes['notificationId']} ${data.length - index}`}
            className="card"
            aria-label={readableText(message.subject)}
          >
            <MessageCard message={message} level={2} />
            {message.attributes['orderId'] !== undefined && (
              <a href={formatRoute({ view: 'execution', name: `order-${message.attributes['orderId']}` })}>
                Show the execution
                <span className="visually-hidden">
                  {' of order '}
                  <Foreign text={message.attributes['orderId']} most={80} />
                </span>
              </a>
            )}
          </article>
        ))}
      </div>
      {failure && <Banner failure={failure} />}
    </>
  );
}
