/* What the run's record tells: the verdict, the load generator's condition, the plan and the machine. */
const MEANING = {
  VALID: "No rule found a reason to doubt the figures: they are the host's.",
  SUSPECT: "For a part of the run, the machine that made the load or the plan's settings may have been the limit:",
  INVALID: "The figures are not the host's: the machine that made the load was the limit, or results are missing:",
};

/* As a sentence, whose figures stay on one line with their units. */
function sentence(text) {
  const joined = text.replace(/(\d) (%|ms|s|MB)(?!\w)/g, "$1\u00a0$2");
  return joined.charAt(0).toUpperCase() + joined.slice(1) + (/[.!?]$/.test(joined) ? "" : ".");
}

function verdictSection() {
  const record = run.record;
  if (!record) {
    return element("div", { class: "verdict" }, element("h2", {}, "No record of the generator's condition"),
      element("p", { class: "soft" }, "Whether the machine that made the load was the limit is not known."), gatesTable());
  }
  const verdict = record.verdict;
  const heading = verdict ? [element("h2", {}, verdict.validity), element("p", {}, MEANING[verdict.validity])]
    : [element("h2", {}, "No verdict"), element("p", {}, "Agents made the load, and none has reported to this machine.")];
  return element("div", { class: "verdict " + (verdict ? verdict.validity.toLowerCase() : "") }, ...heading,
    verdict && verdict.reasons.length ? list(verdict.reasons.map(reason => sentence(reason.sentence))) : null, gatesTable());
}

function gatesTable() {
  const gates = run.gates;
  const word = gate => element("span", { class: gate.held ? "held" : "broken" }, gate.held ? "held" : "FAILED");
  return gates.length ? table("Gates", [["Gate", gate => gate.gate, "text"], ["", word, "text"], ["Seen", gate => gate.seen, "text"]], gates) : null;
}

function most(values) {
  const known = values.filter(value => value !== null);
  return known.length ? Math.max(...known) : null;
}

function generatorSection() {
  const generator = run.record && run.record.generator;
  return generator ? section("Load generator", "The condition of the machine that made the load, as it saw itself.", ...condition(generator)) : null;
}

function condition(generator) {
  const percent = value => decimal(value, value < 10 ? 1 : 0) + " %";
  const series = (name, key, colour) => ({ name, colour, values: generator[key] });
  const line = (title, all, options) => overTime(title, all.filter(each => most(each.values) !== null), { at: generator.at, ...options });
  const waits = [series("no thread was free", "waiting", "orange"), series("left out or failed unsent", "unsent", "red"), series("waited for a connection", "poolWaits", "violet"),
    series("waited for room on one", "windowWaits", "blue")].filter(each => most(each.values) > 0);
  const positive = each => ({ ...each, shown: each.values, values: each.values.map(value => value ? Math.max(1, value) : null) });
  const rows = [["Machine, of all cores", "machineCpu"], ["This JVM, of all cores", "processCpu"], ["Taken away by the hypervisor", "steal"], ["Collecting garbage", "collecting"],
    ["Heap in use after a collection", "heap"], ["Threads' time in listeners", "listeners"], ["Open files, of those allowed", "files"], ["Ephemeral ports, of all", "ports"],
    ["Threads ready to run, for each core", "runQueue", value => decimal(value, 1)], ["Step of the clock", "clockStep", time]]
    .filter(([, key]) => most(generator[key]) !== null);
  return [
    line("Processor", [series("machine", "machineCpu", "blue"), series("this JVM", "processCpu", "teal"), series("taken away", "steal", "red")], { axis: value => plain(value) + " %", show: percent, height: 150 }),
    line("Longest pause of the JVM, and longest delay of a request", [positive(series("pause", "longestPause", "violet")), positive(series("sent late by", "latest", "red"))], { axis: time, show: time, log: true }),
    waits.length ? line("Requests that had to wait", waits, { axis: plain, show: plain, height: 150 }) : null,
    table("Most in a second", [["", row => row[0], "text"], ["", row => (row[2] || percent)(most(generator[row[1]]))]], rows)].filter(Boolean);
}

function pairs(title, rows) {
  return rows.length ? table(title, [["", row => row[0], "text"], ["", row => row[1], "text"]], rows) : null;
}

function planSection() {
  const record = run.record;
  if (!record) {
    return null;
  }
  const calibration = record.calibration;
  const details = (title, ...parts) => element("details", {}, element("summary", {}, title), ...parts);
  return section("Plan and machine", null, pairs("Machine and versions", [["Plan", record.plan], ...record.machine]),
    calibration ? pairs("Calibration: what this machine can carry of this plan's messages", [["Requests a second, at most", rate(calibration.mostPerSecond)],
      ["Round trip when nothing is slow", "p50 " + decimal(calibration.p50, 3) + " ms, p99 " + decimal(calibration.p99, 3) + " ms, max " + decimal(calibration.max, 3) + " ms"]]) : null,
    ...record.elements.map(each => details(each.name + " (" + each.type + ")", pairs("Settings", each.settings))),
    record.properties.length ? details("Properties", pairs("JMeter's properties that the plan reads; with those of STAN and RRN another run sends the same numbers", record.properties)) : null,
    record.limits.length ? details("Limits of the verdict", pairs("By the names of their properties", record.limits)) : null);
}
