import { formatRoute } from '../route/route.ts';
import type { Look } from '../show/tone.ts';
import type { DeskQuery } from './desk-query.ts';
import type { DeskHome, LooseMoney } from './desk-server.ts';

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
          note={money?.underWay?.length ? `and ${money.underWay.join(' + ')} under way` : undefined}
        />
      )}
      <Tile title="Notices not sent" value={home.parked.length} tone={home.parked.length > 0 ? 'warn' : 'good'} />
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
  readonly query?: DeskQuery;
}

function Tile({ title, value, tone, note, query }: TileProps) {
  return (
    <li className={`card tile ${tone}`}>
      <span className="muted">{query ? <a href={formatRoute({ view: 'search', query })}>{title}</a> : title}</span>
      <strong className="number">{typeof value === 'number' ? value.toLocaleString() : value}</strong>
      {note !== undefined && <span className="muted">{note}</span>}
    </li>
  );
}
