import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { processorMs } from "@althing/testkit";
import { countTokens as countExactly } from "gpt-tokenizer/encoding/o200k_base";
import { countTokens } from "./count-tokens.ts";

const file = (path: string) => readFileSync(join(import.meta.dirname, "../../../../..", path), "utf8");

test.each([
  ["code", file("apps/server/src/server.ts")],
  ["JSON", file("package.json")],
  ["prose", file("SECURITY.md")],
  [
    "German",
    "Wir treffen uns heute um drei und besprechen den Stand des neuen Projekts. Bitte bereitet eure Berichte vor.",
  ],
  [
    "French",
    "Nous nous réunirons à quinze heures pour discuter de l'avancement du projet. Merci de préparer vos rapports.",
  ],
  ["Arabic", "سنعقد اليوم اجتماعا في الساعة الثالثة بعد الظهر لمناقشة تقدم المشروع الجديد. يرجى إعداد التقارير مسبقا."],
  [
    "Japanese",
    "今日の午後三時から新しいプロジェクトの進捗について会議を行います。各自のレポートを事前に準備してください。",
  ],
  ["Chinese", "我们今天下午三点开会讨论新项目的进度，请大家提前准备好各自的报告。如果有问题，可以在频道里提出来。"],
  ["Korean", "오늘 오후 세 시에 새 프로젝트의 진행 상황을 논의하는 회의가 있습니다. 각자 보고서를 미리 준비해 주세요."],
  ["Russian", "Сегодня в три часа дня мы обсудим, как продвигается новый проект. Подготовьте свои отчёты заранее."],
  ["emoji", "Great job team! 🎉🎉 See you tomorrow 👋🏽 ❤️ 🚀"],
])("%s is estimated within a fifth of what a vocabulary counts", (_, text = "") => {
  const exact = countExactly(text);
  expect(Math.abs(countTokens(text) / exact - 1)).toBeLessThan(0.2);
});

test("what Ana pastes keeps nobody waiting, however long and strange it is", () => {
  for (const text of ["a", "字", "ж", "!", " ", "\n", "9", "🎉"])
    expect(processorMs(() => countTokens(text.repeat(1_000_000)))).toBeLessThan(1_000);
});

test("a long text counts as its parts do, and nothing counts for nothing", () => {
  expect(Math.abs(countTokens("word ".repeat(100_000)) / 100_000 - 1)).toBeLessThan(0.01);
  expect(countTokens("")).toBe(0);
});
