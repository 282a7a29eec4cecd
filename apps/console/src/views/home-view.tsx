import { FailedBatches } from '../batch/failed-batches.tsx';
import { dateText, startOfDay } from '../desk/desk-query.ts';
import { deskServer } from '../desk/desk-server.ts';
import { HomeTiles } from '../desk/home-tiles.tsx';
import { LooseMoneyList } from '../desk/loose-money-list.tsx';
import { NeedsList } from '../desk/needs-list.tsx';
import { ParkedList } from '../desk/parked-list.tsx';
import { Progress } from '../desk/progress.tsx';
import { TodayOutcomes } from '../desk/today-outcomes.tsx';
import { useDesk } from '../desk/use-desk.ts';
import { WaitingList } from '../desk/waiting-list.tsx';
import type { Machines } from '../machines/machines.ts';
import { Banner } from '../parts/banner.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { formatRoute } from '../route/route.ts';

/** What the people at the desk see first: what needs them, what waits, what came of today. */
export function HomeView({ machines }: { readonly machines: Machines }) {
  const today = dateText(Date.now());
  const home = useDesk(`home ${today}`, (signal) => deskServer.home(startOfDay(today) ?? 0, signal));
  const money = useDesk('money', (signal) => deskServer.money(signal));
  const failure = home.failure ?? money.failure;
  return (
    <>
      <div className="view-head">
        <ViewTitle title="Desk" />
        <a className="button primary" href={formatRoute({ view: 'start' })}>
          Start an order
        </a>
      </div>
      {!home.data && !failure && <p className="muted">Asking the desk …</p>}
      {home.data && (
        <>
          <Progress progress={home.data.progress} />
          <HomeTiles home={home.data} money={money.data} />
          <NeedsList needs={home.data.needs} now={home.data.now} />
          {machines.batches && <FailedBatches machine={machines.batches} />}
          <LooseMoneyList money={money.data} />
          <ParkedList parked={home.data.parked} onChanged={home.refresh} />
          <WaitingList waiting={home.data.waiting} now={home.data.now} />
          <TodayOutcomes today={home.data.today} date={today} />
        </>
      )}
      {failure && <Banner failure={failure} />}
    </>
  );
}
