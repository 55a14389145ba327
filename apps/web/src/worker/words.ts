import type { Language } from "../i18n/index.ts";

/** What the service worker says by itself: it has no catalogue, since it runs where no page is open. */
export type WorkerWords = { newMessage: string; testTitle: string; testBody: string };

export const workerWords: Readonly<Record<Language, WorkerWords>> = {
  en: {
    newMessage: "New message",
    testTitle: "It works",
    testBody: "This is how Althing calls you on this device.",
  },
  de: {
    newMessage: "Neue Nachricht",
    testTitle: "Es klappt",
    testBody: "So ruft dich Althing auf diesem Gerät.",
  },
  es: {
    newMessage: "Mensaje nuevo",
    testTitle: "Funciona",
    testBody: "Así te avisa Althing en este dispositivo.",
  },
  fr: {
    newMessage: "Nouveau message",
    testTitle: "Ça marche",
    testBody: "Voilà comment Althing vous appelle sur cet appareil.",
  },
  ja: {
    newMessage: "新しいメッセージ",
    testTitle: "届きました",
    testBody: "この端末には Althing からこのように通知が届きます。",
  },
  ar: {
    newMessage: "رسالة جديدة",
    testTitle: "الإشعارات تعمل",
    testBody: "هكذا ينبّهك Althing على هذا الجهاز.",
  },
};
