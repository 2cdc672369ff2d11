// The reader's queries, kept in this browser: each has a tab.
import { fill, make, phrases, tabList } from "./elements.js";

const KEY = "mithaq-queries";

export class Notebook {
  constructor(text, opened) {
    const kept = read();
    this.queries = kept.queries?.length ? kept.queries : [];
    this.opened = opened;
    this.place = make("div");
    this.next = Math.max(0, ...this.queries.map((each) => each.id)) + 1;
    const known = this.queries.find((each) => each.text === text);
    this.current = known ?? (text || !this.queries.length ? this.append(text) : this.queries.find((each) => each.id === kept.current) ?? this.queries[0]);
    this.keep();
  }

  append(text) {
    const query = { id: this.next++, text };
    this.queries.push(query);
    return query;
  }

  open(query) {
    this.current = query;
    this.keep();
    this.opened(query.text);
  }

  add(text) {
    this.open(this.append(text));
  }

  close() {
    const index = this.queries.indexOf(this.current);
    this.queries.splice(index, 1);
    if (this.queries.length) this.open(this.queries[Math.max(0, index - 1)]);
    else this.add("");
  }

  changed(text) {
    this.current.text = text;
    this.keep();
  }

  keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify({ queries: this.queries.slice(-30), current: this.current.id }));
    } catch {
      // a browser that keeps nothing forgets the queries
    }
    this.show();
  }

  show() {
    const tabs = this.queries.map(({ id, text }) => ({ id: `query-${id}`, title: title(text, id), controls: "editor" }));
    const list = tabList(phrases.queries, tabs, `query-${this.current.id}`, (id) => this.open(this.queries.find((each) => `query-${each.id}` === id)));
    const name = title(this.current.text, this.current.id);
    const held = document.activeElement?.id;
    this.place.replaceChildren(make("div", { class: "actions" }, list,
      make("button", { type: "button", class: "plain", id: "new-query", onclick: () => this.add("") }, phrases.new_query),
      make("button", { type: "button", class: "plain", id: "close-query", onclick: () => this.close() }, fill(phrases.close_query, { name }))));
    if (held && held !== document.activeElement?.id) document.getElementById(held)?.focus();
  }
}

function title(text, id) {
  const said = /^#\s*(.+)/.exec(text)?.[1];
  return said ? said.slice(0, 30) : fill(phrases.untitled, { number: id });
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
}
