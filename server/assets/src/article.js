// The page of an article: marked words lead to their facts at a click, and facts show where their words are.
for (const mark of document.querySelectorAll(".mark")) {
  mark.addEventListener("click", (event) => {
    if (event.target.closest("a") || getSelection().toString()) return;
    event.stopPropagation();
    location.hash = `facts-${placeOf(mark)}`;
  });
}
for (const passage of document.querySelectorAll(".passage")) {
  const marks = marksOf(passage.id.replace(/^facts-/, ""));
  for (const [name, shown] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]])
    passage.addEventListener(name, () => marks.forEach((mark) => mark.classList.toggle("shown", shown)));
}

// A passage that crosses another is marked in pieces.
function marksOf(place) {
  return [...document.querySelectorAll(".mark")].filter((mark) => placeOf(mark) === place);
}

function placeOf(mark) {
  return mark.id || mark.dataset.of;
}

// What an address names in one column is shown in the other as well.
function follow() {
  const place = decodeURIComponent(location.hash.slice(1));
  const other = document.getElementById(place.startsWith("facts-") ? place.slice(6) : `facts-${place}`);
  document.querySelectorAll(".followed").forEach((each) => each.classList.remove("followed"));
  if (!other) return;
  for (const each of [other, ...marksOf(place.replace(/^facts-/, ""))]) each.classList.add("followed");
  other.scrollIntoView({ block: "nearest" });
  document.getElementById(place)?.scrollIntoView({ block: "nearest" });
}
addEventListener("hashchange", follow);
follow();
