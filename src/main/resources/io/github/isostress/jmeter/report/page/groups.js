/* Connections, and requests in groups. */
function connectionsSection() {
  if (!run.connections.length && !run.doings.length) {
    return null;
  }
  const opened = run.connections.filter(each => each.opened);
  return section("Connections", "What connections do by themselves is measured apart from requests.",
    run.connections.length ? table("Opened, resumed and lost", [["Connection", each => each.name || "(not told)", "text"], ["Opened", each => count(each.opened)],
      ["TLS resumed", each => count(each.resumed)], ["Not opened", each => count(each.notOpened)], ["Lost", each => count(each.lost)]], run.connections) : null,
    opened.length ? timesTable("Opening, in milliseconds", opened.flatMap(each => [{ name: each.name + (each.handshakes ? ": name and TCP" : ""), ...each.beforeTls },
      ...(each.handshakes ? [{ name: each.name + ": TLS handshake", ...each.tls }] : [])])) : null,
    linksTable(),
    run.doings.length ? groupTable("Session messages, waits and what else came, in milliseconds", run.doings) : null);
}

/* Of shared connections. */
function linksTable() {
  const links = run.record ? run.record.links : [];
  const column = (title, figure) => [title, row => count(row[1][figure])];
  return links.length ? table("Shared connections, each by itself", [["", row => row[1].name + ", link " + row[0], "text"], column("Requests", "requests"),
    column("Under way, at most", "mostUnderWay"), column("Opened", "connections"), column("Late answers", "late"), column("Doubled", "doubled"), column("Unmatched", "unmatched"),
    column("Lost with it", "lost"), column("Bytes sent", "sentBytes"), column("Bytes received", "receivedBytes")], links.map((link, index) => [index + 1, link])) : null;
}

function timesTable(title, rows) {
  return table(title, [["", row => row.name, "text"], ["mean", row => millis(row.mean)], ...TIMES.map((name, index) => [name, row => millis(row.percentiles[index])])], rows);
}

function groupTable(title, groups) {
  return table(title, [["", group => group.name + (group.meaning ? ": " + group.meaning : ""), "text"], ["Count", group => count(group.count)], ["Approved", group => share(group.succeeded, group.count)],
    ["Declined", group => count(group.declined)], ["Failed", group => count(group.failed)], ["mean", group => millis(group.mean)],
    ...[0, 2, 3, 5].map(index => [TIMES[index], group => millis(group.percentiles[index])])], groups);
}

function groupsSection() {
  const tables = [["By request", "labels"], ["By connection", "connections"], ["By agent", "agents"], ["By MTI", "mtis"], ["By processing code (DE 3)", "processingCodes"]]
    .filter(([title, key]) => run.groups[key].length > 0)
    .map(([title, key]) => groupTable(title, run.groups[key]));
  return tables.length ? section("Requests in groups", "Times are in milliseconds from the first byte sent to the last byte of the answer.", ...tables) : null;
}

function repliesSection() {
  const replies = run.replies;
  return replies.answered + replies.failed === 0 ? null : section("Replies", "The test was the issuer, too: " + times(replies.answered, "request", "requests") + " answered, " + count(replies.failed) + " failed.",
    timesTable("Milliseconds", [{ name: "until a thread took the request", ...replies.queue }, { name: "until its answer was sent", ...replies.atIssuer }]));
}
