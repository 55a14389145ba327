/** Why the server closes a socket, and whether the client may connect again by itself. */
export const closeCodes = {
  goingAway: {
    code: 1012,
    reason: "restarting",
    mayReconnect: true,
    meaning: "The server restarts; come back after the delay in `bye`.",
  },
  ticketInvalid: {
    code: 4001,
    reason: "ticket_invalid",
    mayReconnect: true,
    meaning: "The ticket is used up or older than 30 seconds; get a new one.",
  },
  sessionEnded: {
    code: 4002,
    reason: "session_ended",
    mayReconnect: false,
    meaning: "The session ended; sign in again.",
  },
  tooManySockets: {
    code: 4003,
    reason: "too_many_sockets",
    mayReconnect: false,
    meaning: "The account has as many sockets open as it may.",
  },
  flooding: { code: 4004, reason: "flooding", mayReconnect: true, meaning: "Too many frames; slow down." },
  badFrame: {
    code: 4005,
    reason: "bad_frame",
    mayReconnect: false,
    meaning: "A frame was not valid JSON or too large; fix the client.",
  },
  tooSlow: {
    code: 4006,
    reason: "too_slow",
    mayReconnect: true,
    meaning: "The client reads too slowly; connect again and resume.",
  },
  heartbeatMissed: {
    code: 4007,
    reason: "heartbeat_missed",
    mayReconnect: true,
    meaning: "Nothing was heard for two heartbeats.",
  },
  helloExpected: {
    code: 4008,
    reason: "hello_expected",
    mayReconnect: true,
    meaning: "The first frame must be `hello`, within ten seconds.",
  },
} as const;
export type CloseReason = keyof typeof closeCodes;
