// The source pane: a citation opens beside the answer, its words marked, and focus goes there and back.

import { element, fetchPage } from "./fetching.js";

const pane = document.getElementById("source");
const body = document.getElementById("source-body");
const heading = document.getElementById("source-title");
let opener = null;

/** Whether the pane is shown. */
export const isOpen = () => Boolean(pane) && !pane.hidden;

/** Show the record of a citation, scrolled to the marked words. */
export async function openSource(link) {
  if (!pane) return false;
  opener?.removeAttribute("aria-current");
  opener = link;
  link.setAttribute("aria-current", "true");
  pane.hidden = false;
  pane.setAttribute("aria-busy", "true");
  try {
    show(await fetchPage(link.href), link.href);
  } catch {
    body.replaceChildren(element("p", pane.dataset.failed, "notice"));
    body.focus();
  }
  pane.removeAttribute("aria-busy");
  return true;
}

/** Close the pane and go back to the citation that opened it. */
export function closeSource() {
  if (!isOpen()) return;
  pane.hidden = true;
  opener?.removeAttribute("aria-current");
  opener?.focus();
  opener = null;
}

function show(page, address) {
  const title = page.querySelector("h1")?.textContent ?? "";
  const open = element("a", title);
  open.href = address;
  heading.replaceChildren(open);
  const text = page.getElementById("document");
  body.replaceChildren(...(text ? [document.importNode(text, true)] : []));
  dropIds(body);
  const mark = body.querySelector("mark");
  if (!mark) { body.focus(); return; }
  mark.setAttribute("tabindex", "-1");
  mark.scrollIntoView({ block: "center" });
  mark.focus({ preventScroll: true });
}

/** The page has elements of these names already. */
function dropIds(root) {
  for (const named of root.querySelectorAll("[id]")) named.removeAttribute("id");
  for (const naming of root.querySelectorAll("[aria-labelledby]")) naming.removeAttribute("aria-labelledby");
}

pane?.querySelector("[data-back]").addEventListener("click", closeSource);
