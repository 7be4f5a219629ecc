// The conversation: kept in this tab only, by the addresses of its answers, and given again after a reload.

import { element, fetchPage, fetchText } from "./fetching.js";

const KEY = "rollcall.conversation";
const MOST = 12;
const log = document.getElementById("log");
const words = document.getElementById("source")?.dataset ?? {};
const announcer = document.getElementById("announcer");

/** The cards that are shown, oldest first. */
export const cards = () => [...document.querySelectorAll("article.card")];

/** Ask by the address the form stands for, and add the answer. */
export async function ask(address, question) {
  const waiting = element("p", `${question} …`, "is-waiting");
  log.append(waiting);
  waiting.scrollIntoView({ block: "end" });
  try {
    const page = await fetchPage(address);
    const answered = [...page.querySelectorAll("article.card")].at(-1);
    if (!answered) throw new Error("no answer");
    add(document.importNode(answered, true));
    announcer.textContent = `${words.done}: ${answered.querySelector(".question").textContent}`;
    remember();
  } catch {
    announcer.textContent = words.unanswered;
    waiting.replaceWith(element("p", words.unanswered, "notice notice-changed"));
    return false;
  }
  waiting.remove();
  return true;
}

/** Give the conversation of this tab again. */
export async function restore() {
  const tokens = kept().filter((token) => !cards().some((card) => card.dataset.token === token));
  const shown = cards();
  const language = location.search.includes("lang=") ? `?lang=${document.documentElement.lang}` : "";
  const pages = await Promise.allSettled(tokens.map((token) => fetchPage(`/a/${token}${language}`)));
  const found = pages.map((page) => page.value?.querySelector("article.card")); // what cannot be given again is left out
  const before = found.filter(Boolean).map((card) => document.importNode(card, true));
  log.prepend(...before);
  if (before.length) settle();
  if (shown.length) remember();
}

/** The whole conversation as one Markdown file. */
export async function save() {
  const texts = [];
  for (const card of cards()) texts.push(await fetchText(`/a/${card.dataset.token}/markdown`));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([texts.join("\n---\n\n")], { type: "text/markdown" }));
  link.download = "rollcall.md";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Forget it. */
export function forget() {
  sessionStorage.removeItem(KEY);
}

function add(card) {
  document.getElementById(card.id)?.remove();
  log.append(card);
  settle();
  card.scrollIntoView({ block: "start" });
}

/** The next question follows on the last answer; the heading of the empty page becomes that of the conversation. */
function settle() {
  document.getElementById("empty")?.replaceWith(element("h1", log.getAttribute("aria-label"), "quiet-label"));
  const last = cards().at(-1);
  const after = document.querySelector("#composer [name=after]");
  if (after && last) after.value = last.dataset.token;
}

function remember() {
  sessionStorage.setItem(KEY, JSON.stringify(cards().map((card) => card.dataset.token).slice(-MOST)));
}

function kept() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? found.filter((token) => typeof token === "string" && /^[\w-]+$/.test(token)) : [];
  } catch {
    return [];
  }
}
