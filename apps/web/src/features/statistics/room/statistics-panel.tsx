import type { statistics } from "@althing/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { PanelFrame } from "../../../shell/index.ts";
import { BarList } from "../../../ui/charts/bar-list.tsx";
import { Measures } from "../../../ui/charts/measures.tsx";
import { AccountAvatar, PersonName } from "../../accounts/index.ts";
import { useRoom, useRoomTitle } from "../../rooms/index.ts";
import { DayCharts } from "../days/day-charts.tsx";
import { rangeOf, type Span } from "../days/range.ts";
import { StatisticsView } from "../days/statistics-view.tsx";
import { useDuration } from "../days/use-duration.ts";
import { ResponseTimes } from "./response-times.tsx";
import { TopThreads } from "./top-threads.tsx";

/** What goes on in a room, beside it. */
export function StatisticsPanel({ subject: roomId }: { subject: string }) {
  const t = useTranslations("statistics");
  const room = useRoom(roomId);
  const title = useRoomTitle(room ?? { name: "", people: [] });
  const { statistics: api } = useClient();
  const [span, setSpan] = useState<Span>("30");
  const query = useQuery({
    queryKey: ["statistics.get_room", roomId, span],
    queryFn: () => api.getRoomStatistics({ roomId, ...rangeOf(span, new Date()) }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: 30_000,
  });
  return (
    <PanelFrame title={t("title")} subtitle={title}>
      <div className="p-4">
        <StatisticsView span={span} onSpanChange={setSpan} query={query} hint={t("hint")}>
          {(told) => <Told statistics={told} />}
        </StatisticsView>
      </div>
    </PanelFrame>
  );
}

function Told({ statistics: { days, total, people, threads, responses } }: { statistics: statistics.RoomStatistics }) {
  const t = useTranslations("statistics");
  const { number } = useFormatter();
  const duration = useDuration();
  const { medianSeconds } = responses;
  return (
    <>
      <Measures
        measures={[
          { label: t("messages"), value: number(total.messages) },
          { label: t("activePeople"), value: number(total.activePeople) },
          { label: t("reactions"), value: number(total.reactions) },
          ...(medianSeconds === null ? [] : [{ label: t("median"), value: duration(medianSeconds) }]),
        ]}
      />
      <DayCharts days={days} />
      <BarList
        title={t("mostActive")}
        entries={people.map(({ account: { id, name }, messages }) => ({
          key: id,
          value: messages,
          name: (
            <span className="flex items-center gap-2">
              <AccountAvatar accountId={id} name={name} size={20} />
              <PersonName accountId={id} name={name} />
            </span>
          ),
        }))}
      />
      {threads.length > 0 && <TopThreads threads={threads} />}
      {responses.count > 0 && <ResponseTimes responses={responses} />}
    </>
  );
}
