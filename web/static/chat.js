// The chat, made quicker: every action here is a form or a link that works without script.

import { ask, cards, forget, restore, save } from "./conversation.js";
import { fetchText } from "./fetching.js";
import { closeSource, isOpen, openSource } from "./source.js";

const KEYS = "rollcall.single-keys";
const composer = document.getElementById("composer");
const field = document.getElementById("q");
const help = document.getElementById("help");
const keys = document.getElementById("single-keys");
const words = document.getElementById("source")?.dataset ?? {};
let lastQuestion = cards().at(-1)?.querySelector(".question")?.textContent ?? "";

for (const hidden of document.querySelectorAll("[data-needs-script]")) hidden.hidden = false;
if (composer) restore();
const procedures = document.getElementById("procedures-pane");
if (procedures && matchMedia("(min-width: 64rem)").matches) procedures.open = true;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!composer || !form.matches("[data-ask-form]")) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form));
  const question = form === composer ? field.value.trim() : form.closest("article").querySelector(".question").textContent;
  if (form === composer && !question) return;
  send(`/?${fields}`, question);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (composer && link.matches("[data-ask]")) {
    event.preventDefault();
    send(link.href, link.textContent);
  } else if (document.getElementById("source") && link.matches("[data-cite]")) {
    event.preventDefault();
    openSource(link);
  } else if (link.matches("[data-copy]") && navigator.clipboard) {
    event.preventDefault();
    copy(link);
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { escape(event); return; }
  if (event.target === field && event.key === "ArrowUp" && !field.value && lastQuestion) {
    event.preventDefault();
    field.value = lastQuestion;
    return;
  }
  const isWriting = event.target.closest("input, select, textarea, [contenteditable]");
  if (isWriting || event.ctrlKey || event.metaKey || event.altKey || help?.open || !keys?.checked) return;
  const action = { "/": () => field.focus(), "?": () => help.showModal(), j: () => step(1), k: () => step(-1), c: nextCitation }[event.key];
  if (action) { event.preventDefault(); action(); }
});

document.addEventListener("mouseout", (event) => event.target.closest?.(".is-dismissed")?.classList.remove("is-dismissed"));
document.addEventListener("focusout", (event) => event.target.closest?.(".is-dismissed")?.classList.remove("is-dismissed"));
document.querySelector("[data-help]")?.addEventListener("click", () => help.showModal());
document.querySelector("[data-export]")?.addEventListener("click", () => save());
document.querySelector("[data-clear]")?.addEventListener("click", () => { forget(); location.assign(newAddress()); });
if (keys) {
  keys.checked = localStorage.getItem(KEYS) !== "off";
  keys.addEventListener("change", () => localStorage.setItem(KEYS, keys.checked ? "on" : "off"));
}

async function send(address, question) {
  lastQuestion = question;
  const isAnswered = await ask(address, question);
  if (isAnswered && composer) field.value = "";
}

async function copy(link) {
  const text = await fetchText(link.href);
  const types = { "text/plain": new Blob([text], { type: "text/plain" }) };
  if (link.dataset.copy === "html") types["text/html"] = new Blob([text], { type: "text/html" });
  try {
    await navigator.clipboard.write([new ClipboardItem(types)]);
  } catch {
    location.assign(link.href);
    return;
  }
  const name = link.textContent;
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = words.copied;
  link.textContent = words.copied ?? "✓";
  setTimeout(() => { link.textContent = name; }, 1500);
}

function escape(event) {
  const shown = document.querySelector(".cited:hover, .cited:focus-within");
  if (shown && !shown.classList.contains("is-dismissed")) shown.classList.add("is-dismissed");
  else if (isOpen() && !help?.open) { event.preventDefault(); closeSource(); }
}

function step(direction) {
  const all = cards();
  const at = all.findIndex((card) => card.contains(document.activeElement));
  const next = all[at < 0 ? (direction > 0 ? 0 : all.length - 1) : at + direction];
  if (next) { next.focus(); next.scrollIntoView({ block: "start" }); }
}

function nextCitation() {
  const card = cards().find((each) => each.contains(document.activeElement)) ?? cards().at(-1);
  const links = card ? [...card.querySelectorAll(".answer .cited > .cite")] : [];
  if (links.length) links[(links.indexOf(document.activeElement) + 1) % links.length].focus();
}

function newAddress() {
  const lang = new URLSearchParams(location.search).get("lang");
  return lang ? `/?lang=${lang}` : "/";
}
