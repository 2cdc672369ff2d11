// The page of an article: marked words lead to their facts at a click, and facts show where their words are.
for (const mark of document.querySelectorAll(".mark")) {
  mark.addEventListener("click", (event) => {
    if (event.target.closest("a") || getSelection().toString()) return;
    event.stopPropagation();
    location.hash = `facts-${mark.id}`;
  });
}
for (const passage of document.querySelectorAll(".passage")) {
  const mark = document.getElementById(passage.id.replace(/^facts-/, ""));
  for (const [name, shown] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]])
    passage.addEventListener(name, () => mark?.classList.toggle("shown", shown));
}

// What an address names in one column is shown in the other as well.
function follow() {
  const place = decodeURIComponent(location.hash.slice(1));
  const other = document.getElementById(place.startsWith("facts-") ? place.slice(6) : `facts-${place}`);
  document.querySelectorAll(".followed").forEach((each) => each.classList.remove("followed"));
  if (!other) return;
  other.classList.add("followed");
  other.scrollIntoView({ block: "nearest" });
  document.getElementById(place)?.scrollIntoView({ block: "nearest" });
}
addEventListener("hashchange", follow);
follow();
