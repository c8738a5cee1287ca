/* A heat map: how many requests of which length there were, and when. */
function heatMap(title, heat, note) {
  const canvas = element("canvas", { role: "img", "aria-label": title + ". Percentiles over time are in the tables below." });
  const drawing = element("div", { class: "drawing" }, canvas);
  const scale = element("i", { class: "scale" });
  const legend = element("ul", { class: "legend" }, element("li", {}, "few", scale, "many requests"));
  charts.push(() => {
    scale.style.background = "linear-gradient(to right, " + colour("heat-low") + ", " + colour("heat-high") + ")";
    drawHeat(canvas, drawing.clientWidth, heat);
  });
  return figure(title, drawing, legend, note);
}

function channels(hex) {
  return [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16));
}

function drawHeat(canvas, width, heat) {
  const height = 210, left = LEFT, bottom = 26, top = 6, density = window.devicePixelRatio || 1;
  canvas.width = width * density;
  canvas.height = height * density;
  canvas.style.width = width + "px";
  canvas.style.height = height + "px";
  const pen = canvas.getContext("2d");
  pen.scale(density, density);
  const columns = Math.ceil(run.time.sent.length / heat.slotsInAColumn), rows = heat.rows.length - 1;
  const wide = (width - left - RIGHT) / columns, high = (height - top - bottom) / rows;
  let most = 1;
  for (let i = 2; i < heat.cells.length; i += 3) {
    most = Math.max(most, heat.cells[i]);
  }
  const low = channels(colour("heat-low")), full = channels(colour("heat-high"));
  for (let i = 0; i < heat.cells.length; i += 3) {
    const part = Math.log(1 + heat.cells[i + 2]) / Math.log(1 + most);
    pen.fillStyle = "rgb(" + low.map((value, index) => Math.round(value + part * (full[index] - value))).join(",") + ")";
    const x = Math.round(left + heat.cells[i] * wide), y = Math.round(height - bottom - (heat.cells[i + 1] + 1) * high);
    const right = Math.round(left + (heat.cells[i] + 1) * wide), below = Math.round(height - bottom - heat.cells[i + 1] * high);
    pen.fillRect(x, y, Math.max(1, right - x), Math.max(1, below - y));
  }
  pen.strokeStyle = colour("line");
  pen.strokeRect(left - 0.5, top - 0.5, width - left - RIGHT + 1, height - top - bottom + 1);
  pen.fillStyle = colour("soft");
  pen.font = FONT;
  labelHeat(pen, { left, top, bottom, height, width, rows, high }, heat);
}

function labelHeat(pen, place, heat) {
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  let lastAt = Infinity;
  for (let decade = 1; decade <= 1e10; decade *= 10) {
    const row = heat.rows.findIndex((least, index) => least <= decade && heat.rows[index + 1] > decade);
    if (row >= 0) {
      const within = Math.log(decade / heat.rows[row]) / Math.log(heat.rows[row + 1] / heat.rows[row]);
      const y = place.height - place.bottom - (row + within) * place.high;
      if (lastAt - y > 14) {
        pen.fillText(time(decade), place.left - 8, y);
        pen.fillRect(place.left - 5, y - 0.5, 4, 1);
        lastAt = y;
      }
    }
  }
  pen.textBaseline = "top";
  const seconds = run.time.sent.length * run.widthSeconds, step = niceStep(seconds, (place.width - place.left) / 80);
  for (let at = 0; at <= seconds; at += step) {
    const x = place.left + at / seconds * (place.width - place.left - RIGHT);
    pen.textAlign = "center";
    pen.fillText(clock(at), x, place.height - place.bottom + 8);
  }
}

function niceStep(seconds, most) {
  return STEPS.find(step => seconds / step <= most) || STEPS[STEPS.length - 1];
}
