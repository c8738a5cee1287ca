/* The page: what was measured, in the order in which it is asked for. */
const run = JSON.parse(document.getElementById("run").textContent);

function themeButton() {
  const button = element("button", { type: "button" });
  const isDark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const name = () => { button.textContent = isDark() ? "Light page" : "Dark page"; };
  button.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    name();
    redraw();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { name(); redraw(); });
  name();
  return button;
}

function begin() {
  return new Date(run.beginMillis).toISOString().replace("T", " ").slice(0, 19) + " UTC";
}

function where() {
  const record = run.record;
  if (!record || !record.plan) {
    return "Results in ";
  }
  return record.plan + " on " + (record.agents.length ? times(record.agents.length, "agent", "agents") : record.machine[0][1]) + ", results in ";
}

function show() {
  document.title = run.jtl + ", load test of " + begin();
  document.getElementById("page").append(
    element("header", { class: "top" }, element("div", {}, element("h1", {}, "Load test of " + begin()), element("p", { class: "soft" }, where() + run.jtl)), themeButton()),
    element("main", {}, ...[verdictSection(), run.remark ? element("p", { class: "remark" }, run.remark) : null, tiles(),
      ...(run.requests.count ? [rateSection(), latencySection(), lagSection()] : []), agentsSection(), generatorSection(), answersSection(), connectionsSection(), groupsSection(), repliesSection(), planSection()].filter(Boolean)),
    element("footer", {}, "Times count from the run's first sample on, as on a stopwatch. Figures over time are right to 3 %, the others to 0.1 %."));
  redraw();
  let width = document.documentElement.clientWidth;
  addEventListener("resize", () => {
    if (document.documentElement.clientWidth !== width) {
      width = document.documentElement.clientWidth;
      redraw();
    }
  });
  printLight();
  document.documentElement.dataset.drawn = String(charts.length);
}

/* Paper is white, and nothing on it can be opened. */
function printLight() {
  const closed = () => document.querySelectorAll("details:not(.figures):not([open])");
  let before, opened = [];
  addEventListener("beforeprint", () => {
    before = document.documentElement.dataset.theme;
    document.documentElement.dataset.theme = "light";
    opened = [...closed()];
    opened.forEach(details => { details.open = true; });
    redraw();
  });
  addEventListener("afterprint", () => {
    if (before) {
      document.documentElement.dataset.theme = before;
    } else {
      delete document.documentElement.dataset.theme;
    }
    opened.forEach(details => { details.open = false; });
    redraw();
  });
}

show();
