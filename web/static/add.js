// Adding records: each file is read by the server and shown, and published only when that is confirmed.

import { element, sendPage } from "./fetching.js";

const form = document.getElementById("adding");
form.hidden = false;
const words = form.dataset;
const token = document.getElementById("token");
const files = document.getElementById("files");
const zone = document.getElementById("dropzone");
const previews = document.getElementById("previews");
const status = document.getElementById("adding-status");

form.addEventListener("submit", (event) => event.preventDefault());
files.addEventListener("change", () => { readAll([...files.files]); files.value = ""; });
zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("is-over"); });
zone.addEventListener("dragleave", () => zone.classList.remove("is-over"));
zone.addEventListener("drop", (event) => {
  event.preventDefault();
  zone.classList.remove("is-over");
  readAll([...event.dataTransfer.files]);
});

async function readAll(chosen) {
  if (!token.value) { say(words.tokenMissing); token.focus(); return; }
  for (const file of chosen) await read(file);
}

async function read(file) {
  const waiting = element("p", `${words.working}: ${file.name} …`, "is-waiting");
  previews.append(waiting);
  try {
    const page = await sendPage("PUT", `/add/${encodeURIComponent(file.name)}${location.search}`, file, headers());
    const preview = document.importNode(page.getElementById("preview"), true);
    preview.removeAttribute("id");
    waiting.replaceWith(preview);
    if (preview.dataset.verdict === "added") offer(preview, file);
    say(`${file.name}: ${preview.querySelector("p").textContent}`);
  } catch (error) {
    waiting.replaceWith(element("p", `${words.failed}: ${file.name} (${error.message})`, "notice notice-changed"));
    say(`${words.failed}: ${file.name}`);
  }
}

function offer(preview, file) {
  const actions = preview.querySelector(".preview-actions");
  const confirm = button(words.confirm, "primary");
  actions.replaceChildren(confirm);
  confirm.addEventListener("click", async () => {
    confirm.disabled = true;
    confirm.textContent = `${words.publishing} …`;
    const answer = await change("PUT", `/api/v1/records/${encodeURIComponent(file.name)}`, file);
    if (answer.record) published(actions, answer.record, preview, file);
    else fail(actions, answer);
  });
}

function published(actions, record, preview, file) {
  const open = element("a", words.open);
  open.href = `/records/${record.id}`;
  const undo = button(words.undo, "");
  actions.replaceChildren(element("strong", `${words.done}. `), open, " ", undo);
  say(`${words.done}: ${record.document}`);
  undo.addEventListener("click", async () => {
    undo.disabled = true;
    undo.textContent = `${words.undoing} …`;
    const answer = await change("DELETE", `/api/v1/records/${record.id}`);
    if (!answer.removed) { fail(actions, answer); return; }
    actions.replaceChildren(`${words.undone}. `);
    say(words.undone);
    offer(preview, file);
  });
}

async function change(method, address, body) {
  try {
    return await (await fetch(address, { method, body, headers: headers() })).json();
  } catch (error) {
    return { detail: error.message };
  }
}

function fail(actions, problem) {
  actions.replaceChildren(element("span", `${words.failed}: ${problem.detail ?? ""}`, "notice notice-changed"));
  say(words.failed);
}

function headers() {
  return { Authorization: `Bearer ${token.value}`, "Content-Type": "application/octet-stream" };
}

function button(text, className) {
  const made = element("button", text, className);
  made.type = "button";
  return made;
}

function say(text) {
  status.textContent = text;
}
