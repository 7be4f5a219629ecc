// Pages of our own, fetched and parsed by the browser without any string becoming markup in a script.

const PATIENCE = 60_000;

/** A page as a document of its own; nothing in it runs. */
export function fetchPage(address) {
  return sendPage("GET", address, null, {});
}

/** The page that answers what is sent. */
export function sendPage(method, address, body, headers) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = "document";
    request.timeout = PATIENCE;
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject(new Error(String(request.status))));
    request.onerror = request.ontimeout = () => reject(new Error("network"));
    request.send(body);
  });
}

/** A text of our own. */
export async function fetchText(address) {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

/** An element with text in it. */
export function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
