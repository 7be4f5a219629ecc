// Every page: tables that sort, details that open for print, an address that names characters.

for (const table of document.querySelectorAll("table[data-sortable]")) makeSortable(table);

addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details.sources")) details.open = true;
});

// Menus close when focus or a click goes elsewhere, and with Escape.
addEventListener("click", (event) => closeMenus(event.target));
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest("details.languages[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
});

// `#c12-34` marks any characters: where no element bears that id, the server marks them.
const asked = /^#c(\d+-\d+)$/.exec(location.hash);
const params = new URLSearchParams(location.search);
if (asked && document.getElementById("document") && params.get("c") !== asked[1] && !document.getElementById(location.hash.slice(1))) {
  params.set("c", asked[1]);
  location.replace(`${location.pathname}?${params}${location.hash}`);
} else if (asked) {
  const mark = document.getElementById("marked");
  if (mark) { mark.scrollIntoView({ block: "center" }); mark.focus({ preventScroll: true }); }
}

function closeMenus(target) {
  for (const menu of document.querySelectorAll("details.languages[open]")) {
    if (!menu.contains(target)) menu.open = false;
  }
}

function makeSortable(table) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => {
      const isAscending = heading.getAttribute("aria-sort") !== "ascending";
      for (const other of headings) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", isAscending ? "ascending" : "descending");
      sortRows(table.tBodies[0], column, isAscending ? 1 : -1);
    });
  });
}

function sortRows(body, column, direction) {
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const key = (row) => row.cells[column].dataset.value ?? row.cells[column].textContent.trim();
  body.append(...[...body.rows].sort((a, b) => direction * compare(key(a), key(b))));
}
