import { expect, test } from "bun:test";
import { createAllowedHosts, parseAllowedHost } from "./allowed-hosts.ts";

const isAllowed = (entry: string, host: string, address: string, port = 80) =>
  createAllowedHosts([entry]).allow(host, address, port);

test.each([
  ["ollama.internal", "ollama.internal", "10.0.0.5", 11_434],
  ["Ollama.Internal:11434", "ollama.internal", "10.0.0.5", 11_434],
  ["localhost", "localhost", "::1", 80],
  ["10.0.0.0/8", "anything.example", "10.9.8.7", 80],
  ["10.1.2.3:80", "10.1.2.3", "10.1.2.3", 80],
  ["::1", "localhost", "::1", 80],
  ["[::1]:8080", "localhost", "::1", 8_080],
  ["[fd00::/8]:443", "files.example", "fd12::1", 443],
  ["fd00::/8", "files.example", "fd12::1", 443],
  ["my_service", "my_service", "172.18.0.3", 80],
])("%s lets %s through to %s, port %d", (entry, host, address, port) => {
  expect(isAllowed(entry, host, address, port)).toBe(true);
});

test.each([
  ["ollama.internal:11434", "ollama.internal", "10.0.0.5", 22],
  ["ollama.internal", "evil-ollama.internal", "10.0.0.5", 80],
  ["ollama.internal", "ollama.internal.example", "10.0.0.5", 80],
  ["10.0.0.0/8", "anything.example", "11.0.0.1", 80],
  ["10.0.0.0/8", "anything.example", "::ffff:10.0.0.1", 80],
  ["10.1.2.3:80", "10.1.2.3", "10.1.2.3", 81],
  ["::1", "localhost", "127.0.0.1", 80],
])("%s does not let %s through to %s, port %d", (entry, host, address, port) => {
  expect(isAllowed(entry, host, address, port)).toBe(false);
});

test.each([
  "",
  "http://localhost",
  "local host",
  "10.0.0.0/33",
  "10.0.0",
  "localhost:0",
  "localhost:99999",
  "[::1",
  "a/b",
  "*",
  "-x",
])("“%s” is no host that an operator could mean", (text) => {
  expect(parseAllowedHost(text)).toBeUndefined();
});
