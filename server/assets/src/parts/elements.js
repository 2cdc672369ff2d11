// Make elements, and read what the page says.

export const phrases = JSON.parse(document.getElementById("phrases")?.textContent ?? "{}");
const prefixes = Object.entries(JSON.parse(document.getElementById("prefixes")?.textContent ?? "{}"));
export const language = document.documentElement.lang;

export function fill(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// Shorten the IRI of a term, written as N-Triples has it, by the project's prefixes.
export function compact(term) {
  const iri = /^<(.*)>$/.exec(term)?.[1];
  const [prefix, namespace] = prefixes.find(([, each]) => iri?.startsWith(each) && !iri.slice(each.length).includes("/")) ?? [];
  return namespace ? `${prefix}:${iri.slice(namespace.length)}` : term;
}

export function number(value) {
  return value.toLocaleString("en");
}

export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

// What a colour of the style sheet is in the theme that shows.
export function colour(name) {
  const probe = document.body.appendChild(make("span", { hidden: true }));
  probe.style.color = `var(--${name})`;
  const shown = getComputedStyle(probe).color;
  probe.remove();
  return shown;
}

// Shorten a text, isolated, so that it keeps its direction in a picture that runs from left to right.
export function shortened(text, most) {
  return `\u2068${text.length > most ? `${text.slice(0, most - 1)}…` : text}\u2069`;
}

export function saveSvg(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  make("a", { href: address, download: "mithaq.svg" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

// A list of tabs by the pattern of ARIA: one is in the order of the keys, the arrows lead to the others.
export function tabList(label, tabs, selected, choose) {
  const list = make("div", { class: "tabs", role: "tablist", "aria-label": label });
  tabs.forEach(({ id, title, controls }, index) => {
    const chosen = id === selected;
    list.append(
      make("button", {
        type: "button", role: "tab", id: `tab-${id}`, "aria-selected": String(chosen), "aria-controls": controls,
        tabindex: chosen ? 0 : -1, onclick: () => choose(id),
        onkeydown: (event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (!step) return;
          const forwards = getComputedStyle(list).direction === "rtl" ? -step : step;
          const next = tabs[(index + forwards + tabs.length) % tabs.length];
          choose(next.id);
          document.getElementById(`tab-${next.id}`)?.focus();
          event.preventDefault();
        },
      }, title),
    );
  });
  return list;
}
