// Runs the query or the question of a form by fetch and shows the answer as a table. Without this script the forms still
// work: they then lead to the plain answer.
"use strict";

const PREFIXES = [
  ["https://w3id.org/gdpr-enforcement/ns#", "gde:"],
  ["https://w3id.org/gdpr-enforcement/vocab/", "v:"],
  ["https://w3id.org/gdpr-enforcement/id/", "id:"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"],
  ["http://www.w3.org/2000/01/rdf-schema#", "rdfs:"],
  ["http://www.w3.org/2001/XMLSchema#", "xsd:"],
  ["http://www.w3.org/2004/02/skos/core#", "skos:"],
  ["https://w3id.org/dpv#", "dpv:"],
];
const NUMBER = /#(integer|decimal|double)$/;
const ROWS_SHOWN = 1000;
const ROWS = "application/sparql-results+json";

const text = document.getElementById("query");
const state = document.getElementById("state");
const answer = document.getElementById("answer");
const site = text.form.action.replace(/sparql$/, "");
let running = null;

for (const form of document.querySelectorAll("#question-form, #query-form")) {
  form.elements.format.prepend(new Option("Table", "table", true, true));
  form.querySelector("kbd").hidden = false;
  form.addEventListener("submit", (event) => {
    if (form.elements.format.value !== "table") return;
    event.preventDefault();
    run(form);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}

function ask(form, signal) {
  const headers = { Accept: `${ROWS}, text/turtle;q=0.9` };
  if (form.contains(text)) {
    headers["Content-Type"] = "application/sparql-query";
    return fetch(form.action, { method: "POST", headers, body: text.value, signal });
  }
  const given = new URLSearchParams(new FormData(form));
  given.delete("format");
  return fetch(`${form.action}?${given}`, { headers, signal });
}

async function run(form) {
  if (running) running.abort();
  const own = running = new AbortController();
  const started = performance.now();
  state.className = "";
  state.textContent = "Running…";
  answer.replaceChildren();
  try {
    const response = await ask(form, own.signal);
    if (!response.ok) return fail(await reason(response));
    const seconds = () => ((performance.now() - started) / 1000).toFixed(2);
    if (!(response.headers.get("Content-Type") || "").startsWith(ROWS)) {
      const body = element("pre", await response.text());
      state.textContent = `A graph, in ${seconds()} s`;
      return answer.replaceChildren(body);
    }
    const found = await response.json();
    if ("boolean" in found) {
      state.textContent = `${found.boolean ? "Yes" : "No"}, in ${seconds()} s`;
      return;
    }
    const rows = found.results.bindings;
    const more = rows.length > ROWS_SHOWN ? `; the first ${ROWS_SHOWN} are shown` : "";
    state.textContent = `${rows.length} ${rows.length === 1 ? "row" : "rows"}, in ${seconds()} s${more}`;
    answer.replaceChildren(table(found.head.vars, rows.slice(0, ROWS_SHOWN)));
  } catch (error) {
    if (error.name !== "AbortError") fail(`The answer did not arrive whole: ${error.message}`);
  }
}

async function reason(response) {
  try {
    const problem = await response.json();
    return `${problem.title}. ${problem.detail}`;
  } catch {
    return `The server answered ${response.status}.`;
  }
}

function fail(message) {
  state.className = "failed";
  state.textContent = message;
}

function table(names, rows) {
  const made = element("table");
  made.className = "list";
  const head = made.createTHead().insertRow();
  for (const name of names) {
    const cell = element("th", name);
    cell.scope = "col";
    if (isNumber(rows[0]?.[name])) cell.className = "number";
    head.append(cell);
  }
  const body = made.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const name of names) {
      const cell = line.insertCell();
      cell.append(...shown(row[name]));
      if (isNumber(row[name])) cell.className = "number";
    }
  }
  return made;
}

function isNumber(term) {
  return NUMBER.test(term?.datatype || "");
}

function shown(term) {
  if (!term) return [];
  if (term.type !== "uri") return [document.createTextNode(term.value)];
  const link = element("a", short(term.value));
  const page = /\/id\/(decision|article)\/([^/#]+)/.exec(term.value);
  if (page) link.href = `${site}${page[1]}s/${page[2]}`;
  else if (/^https?:\/\//.test(term.value)) link.href = term.value;
  link.title = term.value;
  link.rel = "noopener";
  return [link];
}

function short(iri) {
  const known = PREFIXES.find(([start]) => iri.startsWith(start));
  return known ? known[1] + iri.slice(known[0].length) : iri;
}

function element(name, content) {
  const made = document.createElement(name);
  if (content !== undefined) made.textContent = content;
  return made;
}
