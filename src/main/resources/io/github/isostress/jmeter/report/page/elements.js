/* Elements of the page. Every text becomes a text node: nothing that a host or a user has written is read as markup. */
function element(name, traits, ...children) {
  const made = document.createElement(name);
  for (const [trait, value] of Object.entries(traits || {})) {
    made.setAttribute(trait, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined && child !== ""));
  return made;
}

/* A column is [title, value of a row, "text" if it is one]; the first one names the row. */
function table(title, columns, rows) {
  const kind = column => (column[2] ? { class: column[2] } : {});
  const head = columns.map(column => element("th", { scope: "col", ...kind(column) }, column[0]));
  const body = rows.map(row => element("tr", {}, ...columns.map((column, index) => index === 0
    ? element("th", { scope: "row", ...kind(column) }, column[1](row))
    : element("td", kind(column), column[1](row)))));
  return element("div", { class: "rows", tabindex: "0", role: "region", "aria-label": title },
    element("table", {}, element("caption", {}, title), element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...body)));
}

/* A table that is made when it is opened: a browser need not carry what nobody looks at. */
function tableOnDemand(title, columns, rows) {
  const details = element("details", { class: "figures" }, element("summary", {}, "These figures as a table"));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) {
      details.append(table(title, columns, rows()));
    }
  });
  return details;
}

function list(texts) {
  return element("ul", {}, ...texts.map(text => element("li", {}, text)));
}

/* The colour of a name in the page's style, as it is now. */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}
