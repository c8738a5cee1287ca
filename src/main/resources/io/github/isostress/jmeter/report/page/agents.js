/* The remote agents that made the load, as each saw itself. */
function agentsSection() {
  const agents = run.record ? run.record.agents : [];
  if (!agents.length) {
    return null;
  }
  const known = (figure, shown) => agent => agent.count === undefined ? "" : shown(figure(agent));
  const micros = value => decimal(value / 1000, 3);
  const late = agent => agent.lag && agent.lag.count ? micros(agent.lag.p99) : "";
  return section("Agents", "Each agent measured its own part and judged itself; the figures of all are its histograms, added up.",
    table("Round trips in milliseconds, from the first byte sent", [["Agent", agent => agent.name, "text"], ["Verdict", agent => agent.reported ? agent.validity || "" : "no report", "text"],
      ["Requests", known(agent => agent.count, count)], ["Rate", known(agent => agent.rate, value => rate(value) + " /s")], ["Declined", known(agent => agent.declined, count)],
      ["Failed", known(agent => agent.failed, count)], ["Not sent", known(agent => agent.unsent, count)], ["p50", known(agent => agent.roundTrip.p50, micros)],
      ["p99", known(agent => agent.roundTrip.p99, micros)], ["max", known(agent => agent.roundTrip.max, micros)], ["Sent late by, p99", late]], agents),
    ...agents.filter(agent => agent.reported).map(agentDetails));
}

/* Its charts have their width only when they are seen. */
function agentDetails(agent) {
  const details = element("details", {}, element("summary", {}, agent.name + ": machine and condition"), pairs("Machine and versions", agent.machine),
    pairs("JMeter's properties that the plan reads; with those of STAN and RRN another run sends the same numbers", agent.properties), ...(agent.generator ? condition(agent.generator) : []));
  details.addEventListener("toggle", redraw);
  return details;
}
