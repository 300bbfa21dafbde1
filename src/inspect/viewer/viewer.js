// The viewer inside the HTML file that `mmd-engine inspect` writes. It runs in a browser, from the file system, without any other file.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  /** Lines read with less certainty per symbol are drawn in red. */
  const DOUBTFUL = 0.9;
  const COLOURS = {
    text: "#1f77b4",
    title: "#d62728",
    authors: "#b5446e",
    abstract: "#6b4c9a",
    section_header: "#ff7f0e",
    list_item: "#17a2b8",
    footnote: "#8a6d3b",
    quote: "#5f9ea0",
    code: "#3d7a3d",
    pseudocode: "#3d7a3d",
    table: "#2ca02c",
    table_row: "#9fd89f",
    table_column: "#9fd89f",
    simple_cell: "#66bb66",
    complex_cell: "#66bb66",
    table_spanning_cell: "#66bb66",
    diagram: "#9467bd",
    chart: "#8c564b",
    math: "#e377c2",
    equation_number: "#c25aa4",
    figure_label: "#a8a800",
    page_info: "#7f7f7f",
    column: "#009e73",
    form_field: "#c0392b",
  };
  /** Grids are hidden until asked for: they cover the cells. */
  const HIDDEN_AT_FIRST = ["table_row", "table_column"];
  const CONTAINERS = new Set([
    "column",
    "title",
    "authors",
    "abstract",
    "section_header",
    "footnote",
    "quote",
    "figure_label",
    "table_row",
    "table_column",
    "table_spanning_cell",
    "table_of_contents_container",
    "table_of_contents_row",
  ]);
  const TOGGLES = [
    ["boxes", "b", "boxes", true],
    ["containers", "c", "containers", true],
    ["order", "o", "reading order", true],
    ["confidence", "k", "confidence", true],
  ];

  const contents = JSON.parse(document.getElementById("contents").textContent);
  const hidden = new Set(HIDDEN_AT_FIRST);
  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const shape = (tag, attributes) => {
    const made = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const colourOf = (type) => COLOURS[type] ?? "#444444";

  let current = -1;
  let awaited = 0;
  let data;
  let zoom = 0;
  let shapes = [];
  let chosen = -1;

  // ---------------------------------------------------------------- frame
  const number = element("input", { id: "number", type: "number", min: 1, title: "page (g)" });
  const total = element("span", {});
  const types = element("div", { id: "types" });
  const paper = element("div", { id: "paper" });
  const sheet = element("div", { id: "sheet", tabIndex: 0 }, paper);
  const rendered = element("div", { id: "rendered" });
  const source = element("pre", { id: "source", hidden: true });
  const detail = element("div", { id: "detail" });
  const hover = element("div", { id: "hover", hidden: true });
  const shadow = rendered.attachShadow({ mode: "open" });
  const button = (label, title, onclick) => element("button", { type: "button", textContent: label, title, onclick });
  const sourceButton = button("MMD source", "source or rendered (m)", () => showSource(source.hidden));
  const toggles = TOGGLES.map(([name, key, label, on]) => {
    const made = button(label, `key ${key}`, () => toggle(name));
    made.setAttribute("aria-pressed", String(on));
    made.id = `toggle-${name}`;
    return made;
  });
  const header = element(
    "header",
    {},
    element("h1", { textContent: contents.title, title: contents.title }),
    button("◀", "page before (←, PageUp)", () => go(current - 1)),
    number,
    total,
    button("▶", "next page (→, PageDown, space)", () => go(current + 1)),
    ...toggles,
    sourceButton,
    button("−", "smaller (-)", () => setZoom(zoom - 1)),
    button("+", "larger (+)", () => setZoom(zoom + 1)),
    button("all types", "show all types (a)", () => showTypes(() => true)),
    button("no types", "hide all types (n)", () => showTypes(() => false)),
    element("span", {
      id: "help",
      textContent: "click a box for its record, a type to hide it, Alt+click to see it alone",
    }),
  );

  function build() {
    document.body.append(
      header,
      types,
      element("main", {}, sheet, element("div", { id: "reading" }, rendered, source, detail)),
      hover,
    );
    total.textContent = `of ${contents.pages.length}`;
    number.max = contents.pages.length;
    number.onchange = () => go(Number(number.value) - 1);
    addEventListener("keydown", onKey);
    addEventListener("hashchange", () => go(fromAddress()));
    addEventListener("DOMContentLoaded", () => go(awaited));
    addEventListener("resize", layOut);
    sheet.onmousemove = onHover;
    sheet.onmouseleave = () => {
      hover.hidden = true;
    };
    go(fromAddress());
  }

  // ---------------------------------------------------------------- pages
  function fromAddress() {
    const page = Number(/p=(\d+)/.exec(location.hash)?.[1] ?? contents.pages[0]);
    const index = contents.pages.indexOf(page);
    return index < 0 ? 0 : index;
  }

  /** Pages further down may still be loading: then again soon, and at the latest when all of them are there. */
  function go(wanted) {
    const index = Math.min(Math.max(wanted, 0), contents.pages.length - 1);
    awaited = index;
    if (index === current || contents.pages.length === 0) return;
    const block = document.getElementById(`page-${index}`);
    if (!block?.nextSibling) {
      if (document.readyState === "loading") setTimeout(() => awaited === index && go(index), 30);
      return;
    }
    current = index;
    data = JSON.parse(block.textContent);
    number.value = index + 1;
    history.replaceState(null, "", `#p=${data.page}`);
    document.body.dataset.page = String(data.page);
    choose(-1);
    hover.hidden = true;
    drawPaper();
    drawTypes();
    drawReading();
    sheet.scrollTo(0, 0);
  }

  function drawPaper() {
    paper.replaceChildren();
    if (data.image) paper.append(element("img", { src: data.image, alt: `page ${data.page}` }));
    const svg = shape("svg", { viewBox: `0 0 ${data.width} ${data.height}`, preserveAspectRatio: "none" });
    const marker = shape("marker", {
      id: "head",
      viewBox: "0 0 10 10",
      refX: 9,
      refY: 5,
      markerWidth: 9,
      markerHeight: 9,
      orient: "auto",
    });
    marker.append(shape("path", { d: "M0 0L10 5L0 10z", fill: "#0a58ff" }));
    const definitions = shape("defs", {});
    definitions.append(marker);
    svg.append(definitions);
    shapes = data.lines.map((line, index) => drawBox(line, index));
    // containers first: what they hold stays within reach of the mouse
    const order = shapes.map((_, index) => index).sort((a, b) => rank(data.lines[a]) - rank(data.lines[b]));
    for (const index of order) svg.append(...shapes[index]);
    svg.append(...orderArrows(), ...captionTies());
    paper.append(svg);
    layOut();
    filter();
  }

  const rank = (line) => (line.type === "column" ? 0 : CONTAINERS.has(line.type) ? 1 : line.type === "table" ? 2 : 3);

  function drawBox(line, index) {
    const { top_left_x: x, top_left_y: y, width, height } = line.region;
    const corners = line.contour ?? [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
    const classes = ["box"];
    if (CONTAINERS.has(line.type)) classes.push("container");
    if (!line.fragment) classes.push("silent");
    if (line.rate !== undefined && line.rate < DOUBTFUL) classes.push("doubtful");
    const box = shape("polygon", {
      points: corners.map((corner) => corner.join(",")).join(" "),
      class: classes.join(" "),
      style: `--colour:${colourOf(kindOf(line))}`,
      "data-line": index,
    });
    box.onclick = () => choose(index);
    if (line.rate === undefined || line.rate >= 0.995) return [box];
    const rate = shape("text", { x: x + width, y: y - 3, class: "rate" });
    rate.textContent = line.rate.toFixed(2);
    return [box, rate];
  }

  /** A line of a heading, a note or a caption counts as one. */
  function kindOf(line) {
    const parent = data.lines[line.parent];
    return line.type === "text" && parent && parent.type !== "column" ? kindOf(parent) : line.type;
  }

  /** From the end of each unit to the start of the next, numbered. */
  function orderArrows() {
    return data.units.flatMap((unit, index) => {
      const start = data.lines[unit[0]].region;
      const badge = shape("text", { x: start.top_left_x - 4, y: start.top_left_y + 24, class: "badge" });
      badge.textContent = String(index + 1);
      const before = data.units[index - 1];
      if (!before) return [badge];
      const last = data.lines[before[before.length - 1]].region;
      const from = [last.top_left_x + Math.min(last.width / 2, 120), last.top_left_y + last.height];
      const to = [start.top_left_x + Math.min(start.width / 2, 120), start.top_left_y];
      const arrow = shape("path", {
        d: `M${from.join(" ")}L${to.join(" ")}`,
        class: "arrow",
        "marker-end": "url(#head)",
      });
      return [arrow, badge];
    });
  }

  function captionTies() {
    return data.lines.flatMap((line) =>
      line.labels.map((label) => {
        const [a, b] = [line.region, data.lines[label].region];
        const middle = (r) => `${r.top_left_x + r.width / 2} ${r.top_left_y + r.height / 2}`;
        return shape("path", { d: `M${middle(a)}L${middle(b)}`, class: "arrow tie" });
      }),
    );
  }

  // ---------------------------------------------------------------- types
  function drawTypes() {
    const counts = new Map();
    for (const kind of data.lines.map(kindOf)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    types.replaceChildren(
      ...[...counts]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([type, count]) => {
          const chip = button(`${type} ${count}`, "hide or show; Alt+click: this type alone", (event) => {
            if (event.altKey) showTypes((other) => other === type);
            else if (!hidden.delete(type)) hidden.add(type);
            filter();
          });
          chip.style.setProperty("--colour", colourOf(type));
          chip.dataset.type = type;
          return chip;
        }),
    );
    filter();
  }

  function showTypes(wanted) {
    const all = new Set([...data.lines.map(({ type }) => type), ...Object.keys(COLOURS)]);
    for (const type of all) wanted(type) ? hidden.delete(type) : hidden.add(type);
    filter();
  }

  function filter() {
    for (const [index, parts] of shapes.entries())
      for (const part of parts) part.toggleAttribute("hidden", hidden.has(kindOf(data.lines[index])));
    for (const chip of types.children) chip.setAttribute("aria-pressed", String(!hidden.has(chip.dataset.type)));
  }

  function toggle(name) {
    const off = document.body.classList.toggle(`without-${name}`);
    document.getElementById(`toggle-${name}`).setAttribute("aria-pressed", String(!off));
  }

  // ---------------------------------------------------------------- reading side
  function drawReading() {
    const holder = document.createElement("main");
    // our own writer's HTML: it escapes what the document says, and the page's policy lets no script of it run
    holder.innerHTML = data.html;
    shadow.replaceChildren(document.getElementById("rendered-style").content.cloneNode(true), holder);
    shadow.append(
      element("style", {
        textContent: "main{padding:1rem 1.25rem}.here{outline:3px solid #ffcf40;outline-offset:3px}",
      }),
    );
    source.textContent = data.mmd;
    rendered.scrollTo(0, 0);
    source.scrollTo(0, 0);
  }

  function showSource(on) {
    source.hidden = !on;
    rendered.hidden = on;
    sourceButton.setAttribute("aria-pressed", String(on));
  }

  function choose(index) {
    if (chosen >= 0) shapes[chosen]?.[0].classList.remove("chosen");
    chosen = index;
    for (const marked of shadow.querySelectorAll(".here")) marked.classList.remove("here");
    if (index < 0) {
      detail.replaceChildren();
      return;
    }
    const line = data.lines[index];
    shapes[index][0].classList.add("chosen");
    detail.replaceChildren(record(line, index));
    const shown = line.from >= 0 ? line : data.lines.find((other) => other.from >= 0 && isInside(other, index));
    if (shown) reveal(shown);
  }

  function isInside(line, ancestor) {
    for (let parent = line.parent; parent !== undefined; parent = data.lines[parent].parent)
      if (parent === ancestor) return true;
    return false;
  }

  function reveal(line) {
    const block = [...shadow.querySelectorAll("[data-from]")].findLast((one) => Number(one.dataset.from) <= line.from);
    block?.classList.add("here");
    block?.scrollIntoView({ block: "nearest" });
    const [before, after] = [
      data.mmd.slice(0, line.from),
      data.mmd.slice(line.from + line.fragment.trimStart().length),
    ];
    const mark = element("mark", { textContent: line.fragment.trimStart() });
    source.replaceChildren(before, mark, after);
    mark.scrollIntoView({ block: "nearest" });
  }

  function record(line, index) {
    const { top_left_x: x, top_left_y: y, width, height } = line.region;
    const rows = {
      line: `${index + 1}${line.column ? `, column ${line.column}` : ""}`,
      type: line.subtype ? `${line.type}, ${line.subtype}` : line.type,
      region: `${x}, ${y}, ${width} × ${height}`,
      confidence: line.rate === undefined ? "–" : `${line.confidence} (rate ${line.rate})`,
      inside: line.parent === undefined ? "–" : `${line.parent + 1} ${data.lines[line.parent].type}`,
      text: line.text,
      text_display: line.fragment || "–",
      id: line.id ?? "–",
    };
    const list = element("dl");
    for (const [name, value] of Object.entries(rows))
      list.append(element("dt", { textContent: name }), element("dd", { textContent: String(value) }));
    return list;
  }

  function onHover(event) {
    const index = event.target.dataset?.line;
    hover.hidden = index === undefined;
    if (index === undefined) return;
    const line = data.lines[index];
    const rate = line.rate === undefined ? "" : ` ${line.rate.toFixed(3)}`;
    hover.replaceChildren(
      element("b", { textContent: `${line.subtype ? `${line.type} (${line.subtype})` : line.type}${rate}` }),
      ` ${line.text.slice(0, 600)}`,
    );
    const left = Math.min(event.clientX + 14, innerWidth - hover.offsetWidth - 8);
    const top =
      event.clientY + 18 + hover.offsetHeight > innerHeight
        ? event.clientY - hover.offsetHeight - 8
        : event.clientY + 18;
    hover.style.left = `${Math.max(4, left)}px`;
    hover.style.top = `${Math.max(4, top)}px`;
  }

  // ---------------------------------------------------------------- size and keys
  function layOut() {
    if (!data) return;
    const fit = sheet.clientWidth - 20;
    paper.style.width = `${Math.max(200, fit * 1.25 ** zoom)}px`;
    paper.style.aspectRatio = `${data.width} / ${data.height}`;
  }

  function setZoom(wanted) {
    zoom = Math.min(8, Math.max(-4, wanted));
    layOut();
  }

  const KEYS = {
    ArrowRight: () => go(current + 1),
    PageDown: () => go(current + 1),
    " ": () => go(current + 1),
    ArrowLeft: () => go(current - 1),
    PageUp: () => go(current - 1),
    Home: () => go(0),
    End: () => go(contents.pages.length - 1),
    g: () => number.focus(),
    m: () => showSource(source.hidden),
    a: () => showTypes(() => true),
    n: () => showTypes(() => false),
    "+": () => setZoom(zoom + 1),
    "-": () => setZoom(zoom - 1),
    0: () => setZoom(0),
    Escape: () => choose(-1),
    ...Object.fromEntries(TOGGLES.map(([name, key]) => [key, () => toggle(name)])),
  };

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.tagName === "INPUT") return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  build();
})();
