/* Charts. Each is drawn anew when the page changes its colours or its width. */
const charts = [];
const together = uPlot.sync("time");

function redraw() {
  charts.forEach(chart => chart());
}

function figure(title, drawing, legend, note, rows) {
  return element("figure", {}, element("figcaption", {}, element("h3", {}, title), legend), drawing,
    note ? element("p", { class: "soft" }, note) : null, rows);
}

function legendOf(series) {
  const values = [];
  const legend = element("ul", { class: "legend" }, ...series.map(each => {
    const mark = element("i", each.block ? { class: "block" } : {});
    const value = element("b", {});
    values.push(value);
    const item = element("li", {}, mark, each.name, value);
    charts.push(() => {
      mark.style.borderTopStyle = each.dash ? "dashed" : "solid";
      mark.style[each.block ? "background" : "borderColor"] = colour(each.colour);
    });
    return item;
  }));
  return { legend, tell: texts => values.forEach((value, index) => { value.textContent = texts[index] || ""; }) };
}

const FONT = "12px system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const LEFT = 64, RIGHT = 20;

function axis(options) {
  const lines = options.filter ? { filter: options.filter } : {};
  return { stroke: colour("soft"), font: FONT, ...options, grid: { stroke: colour("grid"), width: 1, ...lines },
    ticks: { stroke: colour("line"), width: 1, size: 4, ...lines } };
}

const decadesAlone = (u, splits) => splits.map(value => Math.abs(Math.log10(value) % 1) < 1e-6 ? value : null);

/* options: x, series of {name, colour, values, shown, dash, block, fill}, xAxis, yAxis, log, height, show, sync */
function plot(drawing, options, legend) {
  let plotted = null;
  const draw = () => {
    if (plotted) {
      plotted.destroy();
    }
    const lines = options.series.map(each => ({ label: each.name, stroke: colour(each.colour), width: each.block ? 0 : 1.75,
      dash: each.dash ? [6, 4] : undefined, paths: each.block ? uPlot.paths.stepped({ align: 1 }) : undefined, fill: each.block ? colour(each.colour) : each.fill ? colour(each.colour) + "22" : undefined,
      spanGaps: false, points: { show: each.block ? false : options.x.length < 30, size: 5 } }));
    plotted = new uPlot({
      width: Math.max(300, drawing.clientWidth), height: options.height || 190, padding: [8, options.right || RIGHT, 0, 0], legend: { show: false },
      cursor: { drag: { x: false, y: false }, points: { size: 6 }, sync: options.sync ? { key: together.key, setSeries: false, scales: ["x", null] } : undefined },
      scales: { x: { time: false, range: options.xRange }, y: options.log ? { distr: 3, range: options.yRange } : { range: (u, low, high) => [0, (high || 1) * 1.08] } },
      axes: [axis({ size: 28, ...options.xAxis }), axis({ size: LEFT, filter: options.log ? decadesAlone : undefined, ...options.yAxis })],
      series: [{}, ...lines],
      hooks: { setCursor: [u => legend.tell(u.cursor.idx === null || u.cursor.idx === undefined ? []
        : options.series.map(each => options.show((each.shown || each.values)[u.cursor.idx])))] },
    }, [options.x, ...options.series.map(each => each.values)], drawing);
  };
  charts.push(draw);
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400, 604800];
const timeAxis = { values: (u, splits) => splits.map(clock), space: 80, incrs: STEPS };

/* Figures over the time of the run. */
function overTime(title, series, options) {
  const at = options.at || moments();
  const drawing = element("div", { class: "drawing", role: "img", "aria-label": title + ", over the time of the run. The same figures are in the table below." });
  const legend = legendOf(series);
  const drawn = series.some(each => each.block) ? withEnd(at, series) : { x: at, series };
  plot(drawing, { ...drawn, xAxis: timeAxis, yAxis: { values: (u, splits) => splits.map(value => value === null ? "" : options.axis(value)) },
    show: value => value === null || value === undefined ? "" : options.show(value), height: options.height, log: options.log, xRange: () => [0, Math.max(1, run.time.sent.length) * run.widthSeconds],
    yRange: options.log ? (u, low, high) => decades(low, high) : undefined, sync: true }, legend);
  const rows = tableOnDemand(title, [["Time", row => clock(at[row]), "text"],
    ...series.map(each => [each.name, row => { const value = (each.shown || each.values)[row]; return value === null || value === undefined ? "" : options.show(value); }])],
    () => at.map((moment, index) => index));
  return figure(title, drawing, legend.legend, options.note, rows);
}

/* A block is as wide as its stretch of time, the last one, too. */
function withEnd(at, series) {
  const last = at.length - 1;
  return { x: [...at, at[last] + run.widthSeconds], series: series.map(each => ({ ...each, values: [...each.values, each.values[last]] })) };
}

function decades(low, high) {
  return [10 ** Math.floor(Math.log10(Math.max(1, low || 1))), 10 ** Math.ceil(Math.log10(Math.max(10, (high || 10) * 1.02)))];
}

/* One over the other. */
function stacked(series) {
  const sums = series[0] ? series[0].values.map(() => 0) : [];
  return series.map(each => {
    each.values.forEach((value, index) => { sums[index] += value; });
    return { ...each, shown: each.values, values: sums.slice(), block: true };
  }).reverse();
}

function moments() {
  return run.time.sent.map((value, index) => index * run.widthSeconds);
}

const NINES = [[0, ""], [Math.log10(2), "50 %"], [1, "90 %"], [2, "99 %"], [3, "99.9 %"], [4, "99.99 %"], [5, "99.999 %"], [6, "99.9999 %"]];

/* Curves over percentiles: each further nine is as wide as the one before. */
function overPercentiles(title, curves, note) {
  const longest = curves.reduce((most, each) => each.curve.nines.length > most.length ? each.curve.nines : most, []);
  const last = longest[longest.length - 1];
  const series = curves.map(each => ({ ...each, values: longest.map((nine, index) => index < each.curve.micros.length ? Math.max(1, each.curve.micros[index]) : null) }));
  const drawing = element("div", { class: "drawing", role: "img", "aria-label": title + ". The same figures are in the table." });
  const legend = legendOf(series);
  plot(drawing, { x: longest, series, log: true, height: 300, right: 34, show: time, xRange: () => [0, last],
    yRange: (u, low, high) => decades(low, high),
    xAxis: { splits: () => NINES.map(each => each[0]).filter(nine => nine <= last + 0.01), filter: (u, splits) => splits, space: 10,
      values: (u, splits) => splits.map(split => NINES.find(each => each[0] === split)[1]) },
    yAxis: { values: (u, splits) => splits.map(value => value === null ? "" : time(value)) } }, legend);
  return figure(title, drawing, legend.legend, note);
}
