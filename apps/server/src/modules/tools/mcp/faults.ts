// What went wrong with a server, in words that a person and a model can be told: its own words only where it answered.
import {
  InsufficientScopeError,
  ProtocolError,
  SdkError,
  SdkErrorCode,
  SdkHttpError,
  UrlElicitationRequiredError,
} from "@modelcontextprotocol/client";
import { faultOfStatus, SignInNeeded, ToolFault, Unauthorized } from "../calls/fault.ts";
import { visitTo, type Wishes } from "./connect.ts";

const longestTold = 500;

export function faultOfProtocol(error: unknown, wishes?: Wishes): Error {
  if (error instanceof ToolFault || error instanceof SignInNeeded || error instanceof Unauthorized) return error;
  if (error instanceof InsufficientScopeError) return new Unauthorized(challengeOf(error));
  if (error instanceof UrlElicitationRequiredError) {
    return visitTo(error.elicitations[0]?.url ?? "") ?? new ToolFault("wants_input", "The tool wants a page visited.");
  }
  if (wishes?.declined) {
    return new ToolFault("wants_input", "The tool wanted to ask the person something, which cannot be done here.");
  }
  if (error instanceof SdkHttpError) return faultOfStatus(error.status);
  if (error instanceof SdkError) return faultOfClient(error.code);
  if (error instanceof ProtocolError) {
    return new ToolFault("tool_said_so", "The source refused the call.", error.message.slice(0, longestTold));
  }
  return new ToolFault("upstream", "The source answered with something that is not the protocol.");
}

/** As a header would have it; the library has taken it apart. */
const challengeOf = ({ requiredScope }: { requiredScope?: string | undefined }): string =>
  `Bearer error="insufficient_scope"${requiredScope ? `, scope="${requiredScope.replaceAll('"', "")}"` : ""}`;

function faultOfClient(code: SdkErrorCode): ToolFault {
  switch (code) {
    case SdkErrorCode.RequestTimeout:
      return new ToolFault("time_limit", "The source took too long.");
    case SdkErrorCode.ConnectionClosed:
    case SdkErrorCode.SendFailed:
    case SdkErrorCode.NotConnected:
      return new ToolFault("network", "The connection to the source broke.");
    default:
      return new ToolFault("upstream", "The source does not speak the protocol as it should.");
  }
}
