/* The sections of the page. */
const TIMES = ["p50", "p90", "p99", "p99.9", "p99.99", "max"];

function section(title, intro, ...parts) {
  const id = title.toLowerCase().replace(/[^a-z]+/g, "-");
  return element("section", { "aria-labelledby": id }, element("h2", { id }, title), intro ? element("p", { class: "soft" }, intro) : null, ...parts);
}

function tiles() {
  const all = run.requests, sent = all.count, unsent = Math.max(all.unsent, unsentByRecord());
  const felt = run.response.count ? run.response : run.roundTrip;
  const from = !sent ? "" : run.response.count ? "from the intended start" : "from the first byte sent";
  const told = value => sent ? value : "–";
  const tile = (name, value, note) => element("div", {}, element("dt", {}, name), element("dd", {}, value), element("dd", { class: "note" }, note));
  return element("dl", { class: "tiles" },
    tile("Requests", count(sent), unsent ? times(unsent, sent ? "more was" : "was", sent ? "more were" : "were") + " not sent" : "over " + decimal(all.seconds, 1) + " s"),
    tile("Approved", told(share(all.succeeded, sent)), count(all.succeeded)),
    tile("Declined", told(share(all.declined, sent)), count(all.declined) + " by DE 39"),
    tile("Technical failures", told(share(all.failed, sent)), count(all.failed)),
    tile("Rate", told(rate(all.rate) + " /s"), "on average"),
    tile("p50", told(time(felt.percentiles[0])), from),
    tile("p99", told(time(felt.percentiles[2])), from),
    tile("Longest", told(time(felt.percentiles[5])), from));
}

/* By the record where there is one of all load: requests that were never sent are in no JTL. */
function askedRate() {
  const generators = allGenerators();
  if (!generators.length || generators.some(generator => !generator || most(generator.asked) === null)) {
    return run.time.due;
  }
  return generators.map(askedOf).reduce((sum, asked) => sum.map((rate, at) => rate + asked[at]));
}

/* Those too that were due and for which no thread was free: no JTL has them. */
function unsentByRecord() {
  return allGenerators().filter(Boolean).reduce((sum, generator) => sum + generator.unsent.reduce((one, other) => one + other, 0), 0);
}

/* Of this machine, or of each agent; empty if that is not known of all load. */
function allGenerators() {
  const record = run.record;
  if (record && record.agents.length) {
    return record.agents.map(agent => agent.generator);
  }
  return record && record.generator && run.groups.agents.length < 2 ? [record.generator] : [];
}

function askedOf(generator) {
  let index = 0;
  return moments().map(at => {
    while (index + 1 < generator.at.length && generator.at[index + 1] <= at + run.widthSeconds / 2) {
      index++;
    }
    return generator.asked[index];
  });
}

function rateSection() {
  const sent = { name: "sent", colour: "blue", values: run.time.sent, fill: true };
  const due = askedRate();
  const asked = due ? [{ name: "asked", colour: "orange", values: due, dash: true }] : [];
  return section("Rate", due ? "Asked is when requests were due by the Rate Timer's schedule; sent is when their first byte was written."
    : "The plan has no schedule: threads sent as fast as they were answered, so a slow host slowed the test down.",
    overTime("Requests a second", [sent, ...asked], { axis: plain, show: value => rate(value) + " /s" }),
    overTime("Requests under way", [{ name: "on average", colour: "teal", values: run.time.underWay, fill: true }],
      { axis: plain, show: value => decimal(value, 2), height: 150 }));
}

function meanSentence(curve, what) {
  const [p50, , p99, p999, , max] = curve.percentiles;
  const mean = curve.percentOfMean < 100 ? " The mean, " + time(curve.mean) + ", is longer than " + decimal(Math.floor(curve.percentOfMean), 0) + " % of them took, and tells nothing of the slow ones." : "";
  return what + " half of the requests took at most " + time(p50) + ", 99 % at most " + time(p99) + ", 99.9 % at most " + time(p999) +
    ", the longest " + time(max) + "." + mean;
}

function latencySection() {
  const scheduled = run.response.count > 0;
  const scheduledRows = scheduled && run.time.responses;
  const precise = micros => decimal(micros / 1000, run.hasMicros || run.byAgents ? 3 : 0);
  const rows = [["mean", each => each.mean], ...TIMES.map((name, index) => [name, each => each.percentiles[index]])];
  const columns = [["", row => row[0], "text"], ["from the first byte", row => precise(row[1](run.roundTrip))]];
  if (scheduled) {
    columns.push(["from the intended start", row => precise(row[1](run.response))]);
  }
  const curves = [{ name: "from the first byte sent", colour: "blue", curve: run.roundTrip }];
  if (scheduled) {
    curves.push({ name: "from the intended start", colour: "orange", curve: run.response });
  }
  const over = (title, columns) => overTime(title, ["p50", "p99", "p99.9", "max"].map((name, index) => ({ name, values: columns[index], colour: ["blue", "teal", "orange", "red"][index] })),
    { axis: time, show: time, log: true, note: null });
  const words = element("div", {}, element("p", {}, meanSentence(run.roundTrip, "From the first byte sent,")),
    scheduled ? element("p", {}, meanSentence(run.response, "From when they were due,")) : null,
    run.byAgents ? element("p", { class: "soft" }, "These are the agents' own histograms, added up.") : null,
    run.hasMicros ? null : element("p", { class: "soft" }, "The JTL has whole milliseconds alone: sample_variables was not set."));
  return section("Latency", null, element("div", { class: "pair" }, overPercentiles("Percentiles", curves),
      element("div", {}, table("Milliseconds", columns, rows))), words,
    heatMap("From the first byte sent, over time", run.roundTripHeat),
    scheduledRows ? heatMap("From the intended start, over time", run.responseHeat, "A stall of the host shows here at its full length: the requests that it held up have waited, too.") : null,
    over(scheduledRows ? "From the intended start, second by second" : "From the first byte sent, second by second", scheduledRows ? run.time.responses : run.time.roundTrips));
}

function lagSection() {
  if (!run.time.lags) {
    return null;
  }
  return section("Lag", "How much later than due requests were sent. Lag is the load generator's, or of all its threads waiting for the host.",
    overTime("Sent late by", ["p50", "p99", "max"].map((name, index) => ({ name, colour: ["blue", "teal", "red"][index], values: run.time.lags[[0, 1, 3][index]].map(value => value === null ? null : Math.max(1, value)) })),
      { axis: time, show: time, log: true }));
}

function answersSection() {
  const colours = { true: ["violet", "blue", "teal", "pink", "grey"], false: ["red", "orange", "amber", "pink", "grey"] };
  const chart = (title, declined) => {
    const codes = run.codes.filter(code => code.declined === declined);
    if (!codes.length) {
      return null;
    }
    const shown = codes.slice(0, 4).map((code, index) => ({ name: code.code, colour: colours[declined][index], values: code.counts }));
    if (codes.length > 4) {
      shown.push({ name: "others", colour: "grey", values: codes[0].counts.map((none, at) => codes.slice(4).reduce((sum, code) => sum + code.counts[at], 0)) });
    }
    const perSecond = shown.map(each => ({ ...each, values: each.values.map(value => value / run.widthSeconds) }));
    return overTime(title, stacked(perSecond), { axis: plain, show: value => rate(value) + " /s", height: 170 });
  };
  return section("Answers", run.codes.length ? "A decline is the host's own answer: it works, and says no. A technical failure is no valid answer at all."
    : "Each request was approved, and nothing failed.",
    run.codes.length ? overTime("Approved a second", [{ name: "approved", colour: "green", values: run.time.succeeded, fill: true }], { axis: plain, show: value => rate(value) + " /s", height: 150 }) : null,
    chart("Declined a second, by DE 39", true), chart("Technical failures a second", false), codeTable("Declines", true), codeTable("Technical failures", false));
}

function codeTable(title, declined) {
  const codes = run.codes.filter(code => code.declined === declined);
  return codes.length ? element("div", { class: "tables" }, element("h3", {}, title),
    table(declined ? "By DE 39" : "By code, with the first explanations", [["Code", code => code.code, "text code"], ["Meaning", code => element("div", {}, code.message, code.reasons.length ? list(code.reasons) : null), "text"],
      ["Count", code => count(code.count)], ["First at", code => clock(Math.max(0, Math.round(code.firstAt * 10) / 10)), "code"]], codes)) : null;
}
