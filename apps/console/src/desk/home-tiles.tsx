import { formatRoute } from '../route/route.ts';
import type { Look } from '../show/tone.ts';
import type { DeskQuery } from './desk-query.ts';
import type { DeskHome, LooseMoney } from './desk-server.ts';
import { isLoose, looseMoneyTitle } from './loose-money-list.tsx';
import { parkedTitle } from './parked-list.tsx';

interface HomeTilesProps {
  readonly home: DeskHome;
  readonly money: LooseMoney | undefined;
}

/** The figures of the desk, each leading to what it counts. */
export function HomeTiles({ home, money }: HomeTilesProps) {
  const needed = home.needs.reduce((sum, { count }) => sum + count, 0);
  const held = money?.known ? (money.held ?? []).join(' + ') : undefined;
  return (
    <ul className="tiles">
      <Tile title="Need a person" value={needed} tone={needed > 0 ? 'bad' : 'good'} query={{ needs: 'person' }} />
      {held !== undefined && (
        <Tile
          title="Held without a parcel"
          value={held}
          tone={held === '0.00' ? 'good' : 'bad'}
          list={money?.charges?.some(isLoose) ? looseMoneyTitle : undefined}
          note={money?.underWay?.length ? `and ${money.underWay.join(' + ')} under way` : undefined}
        />
      )}
      <Tile
        title="Notices not sent"
        value={home.parked.length}
        tone={home.parked.length > 0 ? 'warn' : 'good'}
        list={home.parked.length > 0 ? parkedTitle : undefined}
      />
      <Tile
        title="Wait over a minute"
        value={home.waiting.count}
        tone={home.waiting.count > 0 ? 'warn' : 'good'}
        query={{ waiting: 'minute' }}
      />
      <Tile title="Running" value={home.running} tone="run" query={{ status: 'RUNNING' }} />
    </ul>
  );
}

interface TileProps {
  readonly title: string;
  readonly value: string | number;
  readonly tone: Look['tone'];
  readonly note?: string | undefined;
  /** What finds what it counts. */
  readonly query?: DeskQuery;
  /** The heading on this page under which it is listed. */
  readonly list?: string | undefined;
}

function Tile({ title, value, tone, note, query, list }: TileProps) {
  return (
    <li className={`card tile ${tone}`}>
      <span className="muted">
        {query && <a href={formatRoute({ view: 'search', query })}>{title}</a>}
        {list !== undefined && (
          <button type="button" className="link" onClick={() => document.getElementById(list)?.focus()}>
            {title}
          </button>
        )}
        {!query && list === undefined && title}
      </span>
      <strong className="number">{typeof value === 'number' ? value.toLocaleString() : value}</strong>
      {note !== undefined && <span className="muted">{note}</span>}
    </li>
  );
}
