/* Figures as text. */
function count(number) {
  return number.toLocaleString("en-US", { maximumFractionDigits: 0 });
}

function decimal(number, digits) {
  return number.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function share(part, whole) {
  if (!whole || !part) {
    return "0 %";
  }
  const percent = 100 * part / whole;
  if (percent === 100 || percent < 0.01) {
    return percent === 100 ? "100 %" : "< 0.01 %";
  }
  return decimal(percent, percent < 10 || percent > 99.9 ? 2 : 1) + " %";
}

/* Milliseconds, to the microsecond where that is known. */
function millis(micros) {
  return decimal(micros / 1000, run.hasMicros ? 3 : 0);
}

/* A time in the unit that suits it, to three digits. */
function time(micros) {
  if (micros === null || micros === undefined) {
    return "";
  }
  const [value, unit] = micros < 1000 ? [micros, "µs"] : micros < 1e6 ? [micros / 1e3, "ms"] : [micros / 1e6, "s"];
  const digits = unit === "µs" || value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(digits).replace(/\.0+$/, "") + " " + unit;
}

function rate(number) {
  return decimal(number, number < 100 ? 1 : 0);
}

/* Seconds of the run as on a stopwatch. */
function clock(seconds) {
  const whole = Math.floor(seconds);
  const two = number => String(number).padStart(2, "0");
  const rest = two(Math.floor(whole / 60) % 60) + ":" + two(whole % 60);
  const text = whole >= 3600 ? Math.floor(whole / 3600) + ":" + rest : rest.replace(/^0/, "");
  return seconds === whole ? text : text + (seconds - whole).toFixed(1).slice(1);
}

/* A figure beside an axis: without decimals that say nothing. */
function plain(number) {
  return number.toLocaleString("en-US", { maximumFractionDigits: number < 10 ? 2 : 0 });
}

function times(number, one, many) {
  return count(number) + " " + (number === 1 ? one : many);
}
