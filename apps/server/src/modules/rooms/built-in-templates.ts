// The templates that every workspace has. Their ids and keys never change: clients know them by these.
import type { rooms, workspaces } from "@althing/contract";

type BuiltIn = Pick<rooms.RoomTemplate, "name" | "description"> & {
  key: string;
  rooms: (Pick<rooms.TemplateRoom, "name"> & Partial<rooms.TemplateRoom>)[];
};

const builtIns: readonly BuiltIn[] = [
  {
    key: "project",
    name: "Project",
    description: "A place to work on something with an end, and one where everyone reads how it goes.",
    rooms: [
      {
        name: "{name}",
        topic: "What we are doing this week",
        description: "Day-to-day work, questions and decisions.",
        guidelines: "Decide in the open. Keep a decision and its reasons in a thread, and resolve the thread.",
        pinnedMessages: [
          "**About this project**\n\n- Goal: \n- Done when: \n- Who decides: \n- Where the plan is: ",
          "**Decisions**: reply here with each, one line and a link to its thread.",
        ],
      },
      {
        name: "{name}-updates",
        topic: "A short note each week: done, next, in the way",
        description: "For everyone who wants to know how it goes without reading everything.",
        guidelines: "Updates only; talk about them in their threads.",
      },
    ],
  },
  {
    key: "incident",
    name: "Incident",
    description: "Something is broken: a room for those who mend it, and one for those who wait.",
    rooms: [
      {
        name: "incident-{name}",
        topic: "Investigating",
        description: "For those who work on the incident.",
        guidelines: "One lead decides. Say what you are about to do before you do it. Write down times.",
        pinnedMessages: [
          "**Roles**\n\n- Lead: \n- Working on it: \n- Telling others: ",
          "**Timeline**: reply here with what happened when.",
          "**Afterwards**\n\n- [ ] Users were told\n- [ ] Causes are written down\n- [ ] What we change has an owner and a date",
        ],
      },
      {
        name: "incident-{name}-status",
        topic: "What users notice, and when we say more",
        description: "News for everyone who is affected.",
        guidelines: "The lead posts here, at least every 30 minutes. Questions go into threads.",
      },
    ],
  },
  {
    key: "helpdesk",
    name: "Help desk",
    description: "People ask, a team answers.",
    rooms: [
      {
        name: "{name}-help",
        topic: "Ask here",
        description: "Questions and requests. Each gets a thread, and the thread is resolved when it is answered.",
        guidelines: "One question, one message. Answers go into its thread. Resolve the thread when it is solved.",
        pinnedMessages: [
          "**Before you ask**: search here first; then say what you tried, what you expected, and what came instead.",
          "**How fast we answer**: within a working day. If nobody can work, say so in your first line.",
        ],
      },
    ],
  },
  {
    key: "team",
    name: "Team",
    description: "A front door for everyone, and a room of the team's own.",
    rooms: [
      {
        name: "team-{name}",
        topic: "Who we are and how to reach us",
        description: "Where others find the team: questions, requests and news.",
        pinnedMessages: [
          "**Welcome!**\n\n- What we do: \n- Who is who: \n- When we meet: \n- How to ask us for something: ",
        ],
      },
      {
        name: "team-{name}-inside",
        visibility: "private",
        topic: "Among ourselves",
        description: "Plans, absences and small talk of the team.",
        guidelines: "What others should know belongs to the open room.",
      },
    ],
  },
  {
    key: "event",
    name: "Event",
    description: "A gathering with a date: one room for guests, one for those who prepare it.",
    rooms: [
      {
        name: "event-{name}",
        topic: "When, where, and what to bring",
        description: "News and questions of everyone who comes.",
        pinnedMessages: ["**At a glance**\n\n- When: \n- Where: \n- Programme: \n- Whom to ask: "],
      },
      {
        name: "event-{name}-crew",
        visibility: "private",
        topic: "What is still to be done",
        description: "For those who prepare the event.",
        pinnedMessages: [
          "**To do**\n\n- [ ] Place\n- [ ] Programme\n- [ ] Invitations\n- [ ] Food and drink\n- [ ] Thanks",
        ],
      },
    ],
  },
];

const plain = { visibility: "public", topic: "", description: "", guidelines: "", pinnedMessages: [] } as const;

/** They sort before every id that is made with the time. */
const idOf = (index: number) =>
  `00000000-0000-7000-8000-${String(index + 1).padStart(12, "0")}` as rooms.RoomTemplateId;

export const isBuiltIn = (templateId: string): boolean => builtIns.some((_, index) => idOf(index) === templateId);

export const builtInTemplates = (workspaceId: workspaces.WorkspaceId): rooms.RoomTemplate[] =>
  builtIns.map((template, index) => ({
    ...template,
    id: idOf(index),
    workspaceId,
    rooms: template.rooms.map((room) => ({ ...plain, ...room, pinnedMessages: [...(room.pinnedMessages ?? [])] })),
    memberIds: [],
    version: 1,
    createdBy: null,
    createdAt: null,
  }));
