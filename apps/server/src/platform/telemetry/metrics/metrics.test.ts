import { expect, test } from "bun:test";
import {
  createDatabaseMetrics,
  createFeedMetrics,
  createHttpMetrics,
  createJobMetrics,
  createMessageMetrics,
  createMetrics,
  createModelMetrics,
  createSocketMetrics,
} from "./index.ts";

test("requests are counted by operation and status class, and ours are told apart", async () => {
  const metrics = createMetrics();
  const http = createHttpMetrics(metrics);
  http.answered({ operation: "rooms.list", status: 200, seconds: 0.002 });
  http.answered({ operation: "rooms.list", status: 204, seconds: 0.003 });
  http.answered({ operation: "rooms.list", status: 503, seconds: 1 });
  const text = await metrics.render();
  expect(text).toContain('althing_http_requests_total{operation="rooms.list",status="2xx"} 2');
  expect(text).toContain('althing_http_errors_total{operation="rooms.list"} 1');
  expect(text).toContain('althing_http_request_seconds_bucket{le="0.0025",operation="rooms.list",status="2xx"} 1');
});

test("a pool is asked at the scrape", async () => {
  const metrics = createMetrics();
  const database = createDatabaseMetrics(metrics);
  const pool = { inUse: 1, idle: 2, waiting: 0 };
  database.watchPool("primary", () => pool);
  database.queried("messages.insert", 0.001);
  database.retried("conflict");
  pool.waiting = 7;
  const text = await metrics.render();
  expect(text).toContain('althing_database_connections{pool="primary",state="waiting"} 7');
  expect(text).toContain('althing_database_retries_total{fault="conflict"} 1');
});

test("sockets, messages, feeds and jobs tell what happened", async () => {
  const metrics = createMetrics();
  const [sockets, feeds, jobs] = [createSocketMetrics(metrics), createFeedMetrics(metrics), createJobMetrics(metrics)];
  sockets.opened();
  sockets.opened();
  sockets.closed("slow");
  sockets.sent(50);
  sockets.published(50);
  createMessageMetrics(metrics).sent(3);
  feeds.committed(3);
  feeds.batched(3);
  feeds.logRead();
  feeds.resumed(0);
  feeds.reloaded();
  jobs.started("mail.send", 0.5);
  jobs.ended("mail.send", "dead", 2);
  const text = await metrics.render();
  for (const line of [
    "althing_sockets_open 1",
    'althing_sockets_closed_total{reason="slow"} 1',
    'althing_socket_frames_total{direction="out"} 50',
    "althing_room_followers_sum 50",
    "althing_messages_sent_total 3",
    "althing_feed_events_total 3",
    'althing_feed_resume_events_bucket{le="0"} 1',
    'althing_jobs_total{job="mail.send",outcome="dead"} 1',
    'althing_job_wait_seconds_sum{job="mail.send"} 0.5',
  ]) {
    expect(text).toContain(line);
  }
});

test("the process tells of itself in plausible numbers", async () => {
  const text = await createMetrics().render();
  const numberOf = (series: string) =>
    Number(
      text
        .split("\n")
        .find((line) => line.startsWith(`${series} `))
        ?.split(" ")[1],
    );
  expect(numberOf('process_memory_bytes{kind="resident"}')).toBeGreaterThan(1e7);
  expect(numberOf("process_start_time_seconds")).toBeLessThanOrEqual(Date.now() / 1000);
  expect(numberOf('process_cpu_seconds{mode="user"}')).toBeGreaterThan(0);
  expect(numberOf('althing_event_loop_delay_seconds{quantile="0.99"}')).toBeGreaterThanOrEqual(0);
});

test("language models are counted by provider, outcome and tokens, never by key or model", async () => {
  const metrics = createMetrics();
  const models = createModelMetrics(metrics);
  models.called("anthropic", "answered");
  models.called("anthropic", "overloaded");
  models.firstToken("anthropic", 0.3);
  models.used("anthropic", { inputTokens: 120, outputTokens: 40 });
  const text = await metrics.render();
  for (const line of [
    'althing_model_calls_total{provider="anthropic",outcome="overloaded"} 1',
    'althing_model_first_token_seconds_bucket{le="0.5",provider="anthropic"} 1',
    'althing_model_tokens_total{provider="anthropic",direction="input"} 120',
  ]) {
    expect(text).toContain(line);
  }
});

test("a metric is declared once", () => {
  const metrics = createMetrics();
  createHttpMetrics(metrics);
  expect(() => createHttpMetrics(metrics)).toThrow("already been registered");
});
