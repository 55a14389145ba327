/** Metrics as their owners see them: declared once, with typed labels, and rendered together for a scrape. */
import { Counter, Gauge, Histogram, Registry } from "prom-client";

type Declaration<Label extends string> = {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
};

export type Labels<Label extends string> = Readonly<Record<Label, string>>;

/** Without labels, an empty object. */
export type CounterMetric<Label extends string> = { add(labels: Labels<Label>, count?: number): void };
export type HistogramMetric<Label extends string> = { observe(labels: Labels<Label>, value: number): void };
export type GaugeMetric<Label extends string> = {
  set(labels: Labels<Label>, value: number): void;
  add(labels: Labels<Label>, difference: number): void;
};

export type Metrics = {
  readonly contentType: string;
  counter<Label extends string = never>(declaration: Declaration<Label>): CounterMetric<Label>;
  /** Where `collect` is given it is called at each scrape, to set what is best read at that moment. */
  gauge<Label extends string = never>(
    declaration: Declaration<Label> & { readonly collect?: (gauge: GaugeMetric<Label>) => void },
  ): GaugeMetric<Label>;
  histogram<Label extends string = never>(
    declaration: Declaration<Label> & { readonly buckets: readonly number[] },
  ): HistogramMetric<Label>;
  render(): Promise<string>;
};

export function createRegistry(): Metrics {
  const registry = new Registry();
  const registers = [registry];

  return {
    contentType: registry.contentType,
    counter({ name, help, labels = [] }) {
      const counter = new Counter({ name, help, labelNames: labels, registers });
      return { add: (values, count = 1) => counter.inc(values, count) };
    },
    gauge({ name, help, labels = [], collect }) {
      const gauge = new Gauge({
        name,
        help,
        labelNames: labels,
        registers,
        collect: collect && (() => collect(metric)),
      });
      const metric: GaugeMetric<(typeof labels)[number]> = {
        set: (values, value) => gauge.set(values, value),
        add: (values, difference) => gauge.inc(values, difference),
      };
      return metric;
    },
    histogram({ name, help, labels = [], buckets }) {
      const histogram = new Histogram({ name, help, labelNames: labels, buckets: [...buckets], registers });
      return { observe: (values, value) => histogram.observe(values, value) };
    },
    render: () => registry.metrics(),
  };
}
