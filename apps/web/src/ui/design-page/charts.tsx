import { BarChart } from "../charts/bar-chart.tsx";
import { BarList } from "../charts/bar-list.tsx";
import { Measures } from "../charts/measures.tsx";
import { RangeList } from "../charts/range-list.tsx";
import { people } from "./people.tsx";
import { Chapter, Specimen } from "./specimen.tsx";

const days = Array.from({ length: 30 }, (_, index) => ({
  key: String(index),
  label: `${index + 1} November`,
  // Weekends are quiet.
  value: index % 7 > 4 ? index % 2 : Math.round(40 + 30 * Math.sin(index / 2.5)),
}));
const parts = ["Search", "Forecast", "Tides", "Charters", "Moorings", "All others"].map((name) => ({
  key: name,
  name,
}));
const stacked = days.map(({ key, label, value }, index) => {
  const shares = parts.map((_, part) => Math.round((value * (1 + Math.cos(index + part * 2))) / (part + 3)));
  return { key, label, value: shares.reduce((sum, share) => sum + share, 0), parts: shares };
});
const week = [12, 0, 31, 8, 44, 3, 0].map((value, index) => ({ key: String(index), label: `Day ${index + 1}`, value }));

export function Charts() {
  return (
    <Chapter
      id="charts"
      title="Charts"
      lead="Few colors, even axes, and every number within reach: under the pointer, with the arrow keys, and in a table below."
    >
      <Specimen name="Measures" wide stack>
        <Measures
          measures={[
            { label: "Messages", value: "1,284" },
            { label: "Active people", value: "37" },
            { label: "Median response", value: "4 min" },
          ]}
        />
      </Specimen>
      <Specimen name="BarChart" stack>
        <BarChart title="Messages per day" bars={days} />
      </Specimen>
      <Specimen name="BarChart, glacier" stack>
        <BarChart title="Active people per day" bars={week} tone="glacier" />
      </Specimen>
      <Specimen name="BarChart, stacked" wide stack>
        <BarChart title="Spent a day" bars={stacked} parts={parts} format={(value) => `$${value}`} />
      </Specimen>
      <Specimen name="BarList" stack>
        <BarList
          title="Most active"
          entries={people.map(({ id, name }, index) => ({ key: id, name, value: 90 - index * 17 }))}
        />
      </Specimen>
      <Specimen name="BarList, glacier" stack>
        <BarList
          title="Time to the first answer"
          tone="glacier"
          entries={["Below a minute", "Below an hour", "Longer"].map((name, index) => ({
            key: name,
            name,
            value: [42, 17, 0][index] ?? 0,
          }))}
        />
      </Specimen>
      <Specimen name="RangeList" stack>
        <RangeList
          title="How long they take"
          hint="Dark: half of them. Light: 95 of 100."
          entries={[
            { key: "search", name: "Search", from: 12, to: 48, detail: "12 ms to 48 ms" },
            { key: "forecast", name: "Forecast", from: 300, to: 2_100, detail: "300 ms to 2.1 s" },
          ]}
        />
      </Specimen>
    </Chapter>
  );
}
