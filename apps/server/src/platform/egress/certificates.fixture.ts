/**
 * An authority of our own and three of its certificates, for sockets that only tests see. Made once with OpenSSL; they hold for
 * a hundred years, but for the one of `old.test`, which had ended when it was made. The authority's own key was thrown away.
 */
const pem = (kind: string, body: string) => `-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----\n`;
const certificate = (body: string) => pem("CERTIFICATE", body);
const key = (body: string) => pem("PRIVATE KEY", body);

export const authority = certificate(
  "MIIBqDCCAU+gAwIBAgIUPIGUSeh2u3fZKNhGKj7QlNNmEFIwCgYIKoZIzj0EAwIw\nITEfMB0GA1UEAwwWQWx0aGluZyB0ZXN0IGF1dGhvcml0eTAgFw0yNjExMjUyMTU4\nNDdaGA8yMTI2MTEwMTIxNTg0N1owITEfMB0GA1UEAwwWQWx0aGluZyB0ZXN0IGF1\ndGhvcml0eTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLtwgdp51ZP0EV1hlyPg\nXW1UMOd+/KNfKAhcfker7MJ2zIX2+HycsUYXKk5DEDQ2F4KSLw03cd+H0XPIJl6X\n2mmjYzBhMB0GA1UdDgQWBBQTUJhUxpWrW5VtJA7Y3hGV+PSFqjAfBgNVHSMEGDAW\ngBQTUJhUxpWrW5VtJA7Y3hGV+PSFqjAPBgNVHRMBAf8EBTADAQH/MA4GA1UdDwEB\n/wQEAwICBDAKBggqhkjOPQQDAgNHADBEAiAP666zLTQVd/juoTOZhsZAq25WK9P6\nJSKTegxSsytHqgIgUjBeUXIPxZUbg09o3E+8GdrfZrp1XbBe4oG8QwBsRJY=",
);

export const hosts = [
  {
    serverName: "harbour.test",
    cert: certificate(
      "MIIBljCCAT2gAwIBAgIUXxW6j2C9qHdsGM8K5gCT/RCQCa8wCgYIKoZIzj0EAwIw\nITEfMB0GA1UEAwwWQWx0aGluZyB0ZXN0IGF1dGhvcml0eTAgFw0yNjExMjUyMTU4\nNDhaGA8yMTI2MTEwMTIxNTg0OFowFzEVMBMGA1UEAwwMaGFyYm91ci50ZXN0MFkw\nEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvST2Sb3hSkibz5g0/ehT8Uq+YcVgJzjc\nhuj4U8WbFjTw1wg8REzY3yczULVJ7pVmxKWT0WCo2R8Def0qJ2paDaNbMFkwFwYD\nVR0RBBAwDoIMaGFyYm91ci50ZXN0MB0GA1UdDgQWBBQJwTDsVGgCPksYBuzMjMmu\nvNFL8zAfBgNVHSMEGDAWgBQTUJhUxpWrW5VtJA7Y3hGV+PSFqjAKBggqhkjOPQQD\nAgNHADBEAiAGIWF1jCw/+XwYK9EupT8QjDCd6hFsFXD5K9M0HfCapwIgDh3jXn6Y\nfk0bw3920fz+YGSb39Nd55PCUwlZOemhft0=",
    ),
    key: key(
      "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgiqgzBdgLkt8FeIGl\nGibycHFKTIbDoW0LU/87lp/9GYehRANCAAS9JPZJveFKSJvPmDT96FPxSr5hxWAn\nONyG6PhTxZsWNPDXCDxETNjfJzNQtUnulWbEpZPRYKjZHwN5/SonaloN",
    ),
  },
  {
    serverName: "pier.test",
    cert: certificate(
      "MIIBkTCCATegAwIBAgIUXxW6j2C9qHdsGM8K5gCT/RCQCbAwCgYIKoZIzj0EAwIw\nITEfMB0GA1UEAwwWQWx0aGluZyB0ZXN0IGF1dGhvcml0eTAgFw0yNjExMjUyMTU4\nNDhaGA8yMTI2MTEwMTIxNTg0OFowFDESMBAGA1UEAwwJcGllci50ZXN0MFkwEwYH\nKoZIzj0CAQYIKoZIzj0DAQcDQgAEGcJoQhTbIGOgsey4bxV1fEN1qYzDcxvfhU5X\nLgnJTjcjgb9sBCL/F1neD5VTWpZAyra86MEm4kXqznVoRRsIZ6NYMFYwFAYDVR0R\nBA0wC4IJcGllci50ZXN0MB0GA1UdDgQWBBQCgM2VWOOVyrtKi5QInokWYpEKpTAf\nBgNVHSMEGDAWgBQTUJhUxpWrW5VtJA7Y3hGV+PSFqjAKBggqhkjOPQQDAgNIADBF\nAiEA4gZ36nvhDl7zekqjKXpdq72HcSBvEUev1nBFDTkXTVMCIEcuuREuSxqavEjz\nOKrumB46m0MEi/LcDAIDgoMPk5qV",
    ),
    key: key(
      "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQglcVydcvfZYcuvLuy\nDGykSmJIvxljjXAk69xH8GQ5hMyhRANCAAQZwmhCFNsgY6Cx7LhvFXV8Q3WpjMNz\nG9+FTlcuCclONyOBv2wEIv8XWd4PlVNalkDKtrzowSbiRerOdWhFGwhn",
    ),
  },
  {
    serverName: "old.test",
    cert: certificate(
      "MIIBjDCCATOgAwIBAgIUXxW6j2C9qHdsGM8K5gCT/RCQCbEwCgYIKoZIzj0EAwIw\nITEfMB0GA1UEAwwWQWx0aGluZyB0ZXN0IGF1dGhvcml0eTAeFw0yNjExMjUyMTU4\nNDhaFw0yNjExMjQyMTU4NDhaMBMxETAPBgNVBAMMCG9sZC50ZXN0MFkwEwYHKoZI\nzj0CAQYIKoZIzj0DAQcDQgAE0rr2SiLHwUmkGQgldNJOI0OTo3LfS1QY0D2xW+KM\nxYOxtw9MROyHoqUU7hnnfWKaPayIHKuFunM67sleDykp5KNXMFUwEwYDVR0RBAww\nCoIIb2xkLnRlc3QwHQYDVR0OBBYEFG+0Kj6VlDhlpxj4l4x8eM0athFgMB8GA1Ud\nIwQYMBaAFBNQmFTGlatblW0kDtjeEZX49IWqMAoGCCqGSM49BAMCA0cAMEQCIF6+\n+EihYpJJVKncgGpQDD9wzOmZ19wpGytWx6AInZ2yAiAD0jH38LVBx915h1pmKZDJ\nOzm8SU1VjuYE5KmvL4jsLA==",
    ),
    key: key(
      "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgEquZoHanCjKkSeMx\nN/5H9XUtqlFn7S1zCPjyVfLzBnuhRANCAATSuvZKIsfBSaQZCCV00k4jQ5Ojct9L\nVBjQPbFb4ozFg7G3D0xE7IeipRTuGed9Ypo9rIgcq4W6czruyV4PKSnk",
    ),
  },
] as const;
