// What the pages do beyond links and forms: the reading view's two panes, and keys. All works without it but the keys.
"use strict";
const all = (what, where = document) => [...where.querySelectorAll(what)];
const typing = (target) => target.closest?.("input, textarea, select, [contenteditable]");
const reader = document.querySelector("[data-reader]");

// A page that was clipped elsewhere comes behind #: it is led to the form, which it fills; a person presses Add.
if (document.body.matches("[data-clip]")) location.replace(`/add${location.hash}`);
const adding = document.querySelector("form.adding");
if (adding && location.hash.startsWith("#%7B")) {
  try {
    const clip = JSON.parse(decodeURIComponent(location.hash.slice(1)));
    for (const name of ["title", "text", "url", "outlet", "published"]) adding.elements[name].value = String(clip[name] ?? "");
    adding.querySelector("button.main").focus();
  } catch {
    // not what our bookmark takes along: the form stays empty
  }
  history.replaceState(null, "", location.pathname);
}
document.querySelector("[data-bookmark]")?.addEventListener("click", (event) => event.preventDefault());

let cards = [];
let at = -1;

function look(index, { scrollText = true, scrollCard = true, focus = true } = {}) {
  if (!cards.length) return;
  at = Math.max(0, Math.min(index, cards.length - 1));
  const claim = cards[at].dataset.claim;
  for (const card of all(".card.now", reader)) card.classList.remove("now");
  for (const mark of all("mark.now", reader)) mark.classList.remove("now");
  cards[at].classList.add("now");
  const marks = all("mark[data-claims]", reader).filter((m) => m.dataset.claims.split(" ").includes(claim));
  for (const mark of marks) mark.classList.add("now");
  if (scrollText && marks.length) marks[0].scrollIntoView({ block: "center" });
  if (scrollCard) {
    const pane = cards[at].closest(".cards");
    pane.scrollTop += cards[at].getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  }
  if (focus) cards[at].focus({ preventScroll: true });
}

function press(key) {
  const card = cards[at];
  const form = card?.querySelector(`[data-key="${key}"]`);
  if (form) form.matches("details") ? open(form) : form.click();
  return Boolean(form);
}

function open(details) {
  details.open = true;
  details.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

if (reader) {
  cards = all(".card", reader);
  reader.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-claims]");
    if (mark && !event.target.closest("a")) {
      const claims = mark.dataset.claims.split(" ");
      const next = claims[(claims.indexOf(cards[at]?.dataset.claim) + 1) % claims.length];
      look(cards.findIndex((c) => c.dataset.claim === next), { scrollText: false });
      return;
    }
    const card = event.target.closest(".card");
    if (card && !event.target.closest("a:not(.go), summary, button, input, select, textarea, label")) {
      if (event.target.closest("a.go")) event.preventDefault();
      look(cards.indexOf(card), { scrollCard: false });
    }
  });
  const wanted = location.hash.match(/^#(?:c(\d+)|k-(.+))$/);
  if (wanted?.[2]) look(cards.findIndex((c) => c.dataset.claim === decodeURIComponent(wanted[2])));
  else if (wanted) {
    const marks = all("mark[id]", reader).filter((m) => Number(m.id.slice(1)) <= Number(wanted[1]));
    const claims = marks.at(-1)?.dataset.claims.split(" ") ?? [];
    look(cards.findIndex((c) => claims.includes(c.dataset.claim)));
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && typing(event.target)) return event.target.blur();
  if (typing(event.target)) return;
  if (event.key === "/" && document.getElementById("find")) document.getElementById("find").focus();
  else if (event.key === "?" && document.getElementById("keys")) document.getElementById("keys").showModal();
  else if (!cards.length) return;
  else if (event.key === "j") look(at + 1);
  else if (event.key === "k") look(at - 1);
  else if (event.key === "Enter" && at >= 0 && !event.target.closest("a, summary, button")) {
    const why = cards[at].querySelector("details");
    why.open = !why.open;
  } else if (!("are".includes(event.key) && press(event.key))) return;
  event.preventDefault();
});

// Review is decided in place: the doubt that the keys mean is marked; where one was decided, the next takes its place.
const doubts = all("[data-review] .doubt");
let doubt = doubts.findIndex((d) => `#${d.id}` === location.hash);
const mean = (index) => {
  doubts[doubt]?.classList.remove("now");
  doubt = Math.max(0, Math.min(index, doubts.length - 1));
  doubts[doubt].classList.add("now");
  doubts[doubt].focus({ preventScroll: true });
  doubts[doubt].scrollIntoView({ block: "center" });
};
if (doubts.length && location.hash.startsWith("#d-")) mean(doubt < 0 ? doubts.length - 1 : doubt);
document.addEventListener("keydown", (event) => {
  if (!doubts.length || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "j" || event.key === "k") mean(doubt + (event.key === "j" ? 1 : -1));
  else if ("sn".includes(event.key) && doubt >= 0) doubts[doubt].querySelector(`[data-key="${event.key}"]`)?.click();
  else return;
  event.preventDefault();
});

// What goes on beside the pages: the seconds count on, and the page is shown anew when it is done.
const going = document.querySelector("[data-going]");
if (going) {
  const touched = () => all("form input:not([type=hidden]), form textarea").some((f) => f.value !== f.defaultValue);
  const ask = async () => {
    try {
      const told = await (await fetch(going.dataset.going, { headers: { accept: "application/json" } })).json();
      if (!told.going && touched()) {
        const again = document.createElement("a");
        again.href = location.href;
        again.textContent = "Done: show the page anew";
        return going.replaceChildren(again);
      }
      if (!told.going) return location.reload();
      for (const place of all("[data-seconds]", going)) place.textContent = told.seconds;
      for (const place of all("[data-step]", going)) place.textContent = told.says ?? told.step;
      for (const bar of all("progress[data-of]", going)) if (told.total) [bar.max, bar.value] = [told.total, told.done];
      for (const bar of all("progress[max]:not([data-of])", going)) bar.value = told.seconds;
    } catch {
      return; // the program was stopped: the page stays as it is
    }
    setTimeout(ask, 700);
  };
  setTimeout(ask, 500);
}

// On a narrow screen the screens' names run out of it: the one that is shown is brought in.
const names = document.querySelector(".masthead nav");
const shown = names?.querySelector("[aria-current]");
if (shown) names.scrollLeft = shown.offsetLeft - names.offsetLeft - (names.clientWidth - shown.offsetWidth) / 2;

// A page that opens leads to what was just kept, or to the form that was meant, unless somebody is already elsewhere on it:
// the script may come after the reader's first key.
const nowhere = document.activeElement === document.body;
const kept = document.getElementById("kept");
if (kept && nowhere && !location.hash) kept.focus({ preventScroll: true });
const named = location.hash.match(/^#([a-z-]+)$/)?.[1];
if (named && nowhere) document.getElementById(named)?.closest("form")?.querySelector("input:not([type=hidden]), select")?.focus();

// What can be copied or printed has a button where there is a script to do it.
for (const button of all("[data-copy], [data-copy-link], [data-print]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (button.matches("[data-print]")) return print();
    await navigator.clipboard.writeText(button.dataset.copy ?? location.href);
    const said = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = said), 1500);
  });
}

// A drawing is shown nearer in its own frame, which scrolls; what is looked at in it is lit with what it is tied to.
for (const frame of all(".zooms")) {
  const pane = frame.querySelector(".scroll");
  const drawn = () => all("svg.drawing", pane).find((d) => d.getBoundingClientRect().width > 0);
  let near = 1;
  let whole = 0;
  const show = (to) => {
    const svg = drawn();
    if (!svg) return;
    whole ||= svg.getBoundingClientRect().width;
    const middle = [(pane.scrollLeft + pane.clientWidth / 2) / near, (pane.scrollTop + pane.clientHeight / 2) / near];
    near = Math.max(1, Math.min(to, 8));
    frame.classList.toggle("near", near > 1);
    svg.style.width = near > 1 ? `${whole * near}px` : "";
    pane.scrollTo({ left: middle[0] * near - pane.clientWidth / 2, top: middle[1] * near - pane.clientHeight / 2, behavior: "instant" });
  };
  const bar = document.createElement("div");
  bar.className = "zoom";
  for (const [sign, said, to] of [["−", "Farther", () => near / 1.5], ["+", "Nearer", () => near * 1.5], ["whole", "Whole drawing", () => 1]]) {
    const button = document.createElement("button");
    [button.type, button.textContent] = ["button", sign];
    button.setAttribute("aria-label", said);
    button.addEventListener("click", () => show(to()));
    bar.append(button);
  }
  frame.prepend(bar);
  addEventListener("resize", () => (show(1), (whole = 0)));
  pane.addEventListener("keydown", (event) => {
    const to = { "+": near * 1.5, "=": near * 1.5, "-": near / 1.5, 0: 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    show(to);
    event.preventDefault();
  });
  pane.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    show(near * Math.exp(-event.deltaY / 200));
  }, { passive: false });
  const look = (event) => {
    const svg = drawn();
    const node = event.target.closest?.("[data-node]")?.dataset.node;
    svg?.classList.toggle("looking", Boolean(node));
    if (!node || !svg) return;
    const tied = all("[data-ends]", svg).filter((way) => way.dataset.ends.split(" ").includes(node));
    const lit = new Set([node, ...tied.flatMap((way) => way.dataset.ends.split(" "))]);
    for (const way of all("[data-ends]", svg)) way.classList.toggle("lit", tied.includes(way));
    for (const one of all("[data-node]", svg)) one.classList.toggle("lit", lit.has(one.dataset.node));
  };
  for (const on of ["pointerover", "focusin"]) pane.addEventListener(on, look);
  for (const off of ["pointerleave", "focusout"]) pane.addEventListener(off, () => drawn()?.classList.remove("looking"));
}

// Paper has no hand to unfold what is closed.
let closed = [];
addEventListener("beforeprint", () => {
  closed = all("main details:not([open], .forms, .filterbox)");
  for (const one of closed) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of closed) one.open = false;
});

// After accepting or rejecting, the reader is shown at the same place again.
document.getElementById("act")?.addEventListener("submit", (event) => {
  const card = event.submitter?.closest(".card");
  const back = event.target.elements.back;
  const place = event.submitter?.name === "accept" ? `#${card?.id}` : card?.querySelector("a.go").hash;
  if (card) back.value = back.value.split("#")[0] + place;
});
