import type { statistics } from "@althing/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { BarList } from "../../../ui/charts/bar-list.tsx";
import { Measures } from "../../../ui/charts/measures.tsx";
import { TextLink } from "../../../ui/text-link.tsx";
import { DayCharts } from "../days/day-charts.tsx";
import { rangeOf, type Span } from "../days/range.ts";
import { StatisticsView } from "../days/statistics-view.tsx";

/** What goes on in the whole workspace, for who looks after it. */
export function StatisticsSettings() {
  const t = useTranslations("statistics");
  const { id: workspaceId } = useWorkspace();
  const { statistics: api } = useClient();
  const [span, setSpan] = useState<Span>("30");
  const query = useQuery({
    queryKey: ["statistics.get_workspace", workspaceId, span],
    queryFn: () => api.getWorkspaceStatistics({ workspaceId, ...rangeOf(span, new Date()) }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: 30_000,
  });
  return (
    <StatisticsView span={span} onSpanChange={setSpan} query={query} hint={t("workspaceHint")}>
      {(told) => <Told statistics={told} />}
    </StatisticsView>
  );
}

function Told({ statistics: { days, total, rooms } }: { statistics: statistics.WorkspaceStatistics }) {
  const t = useTranslations("statistics");
  const { number } = useFormatter();
  return (
    <>
      <Measures
        measures={[
          { label: t("messages"), value: number(total.messages) },
          { label: t("activePeople"), value: number(total.activePeople) },
          { label: t("activeRooms"), value: number(total.activeRooms) },
          { label: t("reactions"), value: number(total.reactions) },
        ]}
      />
      <DayCharts days={days} />
      {rooms.length > 0 && <BusiestRooms rooms={rooms} />}
    </>
  );
}

function BusiestRooms({ rooms }: Pick<statistics.WorkspaceStatistics, "rooms">) {
  const t = useTranslations("statistics");
  const { slug } = useParams({ from: "/w/$slug" });
  return (
    <BarList
      title={t("busiest")}
      entries={rooms.map(({ roomId, name, messages, activePeople }) => ({
        key: roomId,
        value: messages,
        detail: t("people", { count: activePeople }),
        name: (
          <TextLink render={<Link to="/w/$slug/r/$roomId" params={{ slug, roomId }} />}>
            <bdi>{name}</bdi>
          </TextLink>
        ),
      }))}
    />
  );
}
