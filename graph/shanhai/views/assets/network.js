/* Draws the ties with vis-network; texts come from the table, names are placed by us. */
(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("network-data").textContent);
  var box = document.getElementById("network");
  var panel = document.getElementById("panel");
  /* Sizes in pixels on the screen: the first at which most names have room is taken. */
  var SIZES = [12.5, 11.5];
  var LINE = 1.25;
  var LATIN = '"Segoe UI","Helvetica Neue","Noto Sans",Arial,';
  var FACE = '"Noto Sans SC","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif';
  var language = document.documentElement.getAttribute("data-language") || "zh";

  function make(name, className, children) {
    var element = document.createElement(name);
    if (className) { element.className = className; }
    (children || []).forEach(function (child) { element.appendChild(child); });
    return element;
  }
  function copy(element) {
    return Array.from(element.childNodes, function (node) { return node.cloneNode(true); });
  }
  function row(edge) { return document.getElementById("tie-" + edge); }
  function end(edge, which) { return row(edge).querySelectorAll("th")[which]; }
  function both(zh, en) {
    var first = make("span", "zh"), second = make("span", "en");
    first.lang = "zh-CN"; first.textContent = zh;
    second.lang = "en"; second.textContent = " " + en;
    return [first, second];
  }
  function claims(edge) { return row(edge).querySelector("ul.claims").cloneNode(true); }
  function about(edge) { return make("p", "meta", copy(row(edge).querySelector(".about"))); }

  /* Ties of each node, and the cell that holds its name. */
  var ties = {}, names = {};
  data.edges.forEach(function (edge) {
    [[edge.from, 0], [edge.to, 1]].forEach(function (pair) {
      (ties[pair[0]] = ties[pair[0]] || []).push(edge);
      names[pair[0]] = end(edge.id, pair[1]);
    });
  });
  function short(element) {
    element.classList.add("clamp");
    return element;
  }
  /* The first claims of some ties, each once; how many more there are. */
  function some(edges, most) {
    var seen = {}, parts = [], rest = 0;
    edges.forEach(function (edge) {
      row(edge).querySelectorAll("ul.claims > li").forEach(function (item) {
        /* The sentence and its doubt; where it stands is told by the panel. */
        var said = Array.from(item.children).filter(function (child) {
          return child.matches(".zh, .en, .mark");
        }).map(function (child) { return child.cloneNode(true); });
        if (seen[item.textContent]) { return; }
        seen[item.textContent] = true;
        if (parts.length < most) { parts.push(short(make("p", "", said))); } else { rest += 1; }
      });
    });
    if (rest) { parts.push(make("p", "", both("另有 " + rest + " 条", "and " + rest + " more"))); }
    return parts;
  }
  function nodeTitle(node) {
    var count = ties[node.id].length;
    return make("div", "", [
      short(make("strong", "", copy(names[node.id]))),
      make("p", "", both(node.kind_zh + " · " + count + " 条联系", node.kind_en + " · ties: " + count))
    ].concat(some(ties[node.id].map(function (edge) { return edge.id; }), 2)));
  }
  function edgeTitle(edge) {
    return make("div", "", [
      short(make("strong", "", copy(names[edge.from]).concat(
        [document.createTextNode(" — ")], copy(names[edge.to]))))
    ].concat(some([edge.id], 3)));
  }

  /* ---- positions: as computed, stretched to the shape of the picture ---- */
  function bounds(key) {
    var values = data.nodes.map(function (node) { return node[key]; });
    return [Math.min.apply(null, values), Math.max.apply(null, values)];
  }
  var base = data.nodes.map(function (node) { return { id: node.id, x: node.x, y: node.y, size: node.size }; });
  var across = bounds("x"), down = bounds("y");
  function stretch() {
    var small = Math.min(1, Math.max(.55, box.clientWidth / 900));
    var w = box.clientWidth - Math.min(150, box.clientWidth * .24), h = box.clientHeight - 84;
    var sx = Math.min(1.8, w / Math.max(1, across[1] - across[0]));
    var sy = Math.min(1.8, h / Math.max(1, down[1] - down[0]));
    base.forEach(function (node, i) {
      data.nodes[i].x = Math.round((node.x - (across[0] + across[1]) / 2) * sx);
      data.nodes[i].y = Math.round((node.y - (down[0] + down[1]) / 2) * sy) - 10;
      data.nodes[i].size = node.size * small;
    });
  }
  stretch();

  data.nodes.forEach(function (node) {
    delete node.label;
    node.title = nodeTitle(node);
  });
  data.edges.forEach(function (edge) { edge.title = edgeTitle(edge); });
  var nodes = new vis.DataSet(data.nodes);
  var lines = new vis.DataSet(data.edges);
  var network = new vis.Network(box, { nodes: nodes, edges: lines }, data.options);
  /* The panel and the table hold everything for the keyboard; the drawing takes no focus. */
  box.querySelector(".vis-network").tabIndex = -1;
  var gone = {};

  /* ---- names: those with most ties first, each where it covers nothing, else not yet ---- */
  var ranked = data.nodes.slice().sort(function (a, b) {
    return ties[b.id].length - ties[a.id].length || a.id - b.id;
  });
  var measure = document.createElement("canvas").getContext("2d");
  var widths = {};
  function font(size) { return size + "px " + (language === "en" ? LATIN : "") + FACE; }
  function width(node, size) {
    var key = language + size + "/" + node.id;
    if (!(key in widths)) {
      measure.font = font(size);
      widths[key] = Math.max.apply(null, node[language].map(function (line) {
        return measure.measureText(line).width;
      }));
    }
    return widths[key];
  }
  var placed = { key: "", labels: [] };
  function collide(a, b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  }
  function place(scale) {
    var best = { size: 0, labels: [] };
    var wanted = ranked.filter(function (node) { return !gone[node.id]; }).length;
    SIZES.forEach(function (size) {
      if (best.size && best.labels.length === wanted) { return; }
      var labels = placeAt(scale, size);
      if (!best.size || labels.length > best.labels.length) { best = { size: size, labels: labels }; }
    });
    return best;
  }
  function placeAt(scale, size) {
    var unit = 1 / scale;
    var marks = data.nodes.filter(function (node) { return !gone[node.id]; }).map(function (node) {
      return { id: node.id, x: node.x - node.size, y: node.y - node.size, w: 2 * node.size, h: 2 * node.size };
    });
    var labels = [];
    var w, h, gap = 3 * unit, halfWidth = box.clientWidth / 2, halfHeight = box.clientHeight / 2;
    /* Nothing is cut off at the edge of the whole picture. */
    function inside(its) {
      return its.x > -halfWidth && its.x + its.w < halfWidth && its.y > -halfHeight && its.y + its.h < halfHeight;
    }
    ranked.forEach(function (node) {
      if (gone[node.id]) { return; }
      w = (width(node, size) + 4) * unit;
      h = node[language].length * size * LINE * unit;
      var r = node.size;
      var spots = [
        { x: node.x - w / 2, y: node.y + r + gap, align: "center" },
        { x: node.x - w / 2, y: node.y - r - gap - h, align: "center" },
        { x: node.x + r + gap, y: node.y - h / 2, align: "left" },
        { x: node.x - r - gap - w, y: node.y - h / 2, align: "right" },
        { x: node.x - w * .2, y: node.y + r + gap, align: "left" },
        { x: node.x - w * .8, y: node.y + r + gap, align: "right" },
        { x: node.x - w * .2, y: node.y - r - gap - h, align: "left" },
        { x: node.x - w * .8, y: node.y - r - gap - h, align: "right" },
        { x: node.x + r + gap, y: node.y - r - h * .6, align: "left" },
        { x: node.x + r + gap, y: node.y + r - h * .4, align: "left" },
        { x: node.x - r - gap - w, y: node.y - r - h * .6, align: "right" },
        { x: node.x - r - gap - w, y: node.y + r - h * .4, align: "right" }
      ];
      spots.some(function (spot) {
        var its = { id: node.id, x: spot.x, y: spot.y, w: w, h: h, align: spot.align, lines: node[language] };
        var free = inside(its) && !labels.some(function (other) { return collide(its, other); }) &&
          !marks.some(function (mark) { return mark.id !== node.id && collide(its, mark); });
        if (free) { labels.push(its); }
        return free;
      });
    });
    return labels;
  }
  network.on("afterDrawing", function (context) {
    var scale = network.getScale();
    var key = language + scale;
    if (placed.key !== key) {
      placed = place(scale);
      placed.key = key;
    }
    var size = placed.size / scale;
    context.save();
    context.font = font(size);
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5 / scale;
    context.strokeStyle = "rgba(255,255,255,.92)";
    context.fillStyle = "#1b2430";
    placed.labels.forEach(function (label) {
      context.textAlign = label.align;
      var x = label.align === "center" ? label.x + label.w / 2 :
        label.align === "left" ? label.x : label.x + label.w;
      label.lines.forEach(function (line, i) {
        var y = label.y + (i + .5) * size * LINE;
        context.strokeText(line, x, y);
        context.fillText(line, x, y);
      });
    });
    context.restore();
  });

  /* ---- the panel ---- */
  var hint = Array.from(panel.childNodes);
  function fill(parts, edges) {
    var within = panel.contains(document.activeElement);
    panel.textContent = "";
    parts[0].id = "panel-title";
    parts[0].tabIndex = -1;
    parts.forEach(function (part) { panel.appendChild(part); });
    panel.scrollTop = 0;
    /* Whoever pressed a button in the panel goes on reading at its new heading. */
    if (within) { parts[0].focus(); }
    network.selectEdges(edges);
  }
  function clear() {
    panel.textContent = "";
    hint.forEach(function (part) { panel.appendChild(part); });
    network.unselectAll();
  }
  function hasField(edge, field) {
    return !field || row(edge).getAttribute("data-fields").split(" ").indexOf(field) >= 0;
  }
  function filter(field) {
    var seen = {};
    lines.update(data.edges.map(function (edge) {
      var shown = hasField(edge.id, field);
      row(edge.id).hidden = !shown;
      if (shown) { seen[edge.from] = seen[edge.to] = true; }
      return { id: edge.id, hidden: !shown };
    }));
    gone = {};
    nodes.update(data.nodes.map(function (node) {
      if (!seen[node.id]) { gone[node.id] = true; }
      return { id: node.id, hidden: !seen[node.id] };
    }));
    placed.key = "";
    clear();
    network.redraw();
  }
  function showNode(id) {
    var node = data.nodes.find(function (each) { return each.id === id; });
    var parts = [
      make("h2", "", copy(names[id])),
      make("p", "meta", both(node.kind_zh + " · " + ties[id].length + " 条联系", node.kind_en + " · ties: " + ties[id].length))
    ];
    ties[id].forEach(function (edge) {
      if (!hasField(edge.id, field ? field.value : "")) { return; }
      var other = edge.from === id ? edge.to : edge.from;
      var button = make("button", "", copy(names[other]));
      button.type = "button";
      button.addEventListener("click", function () { showNode(other); });
      parts.push(make("h3", "", [button]), about(edge.id), claims(edge.id));
    });
    fill(parts, []);
    network.selectNodes([id]);
  }
  function showEdge(id) {
    var edge = data.edges.find(function (each) { return each.id === id; });
    fill([
      make("h2", "", copy(names[edge.from]).concat([document.createTextNode(" — ")], copy(names[edge.to]))),
      about(id), claims(id)
    ], [id]);
  }
  /* A name belongs to its node, whatever line runs below it. */
  function named(point) {
    var label = placed.labels.find(function (each) {
      return point.x >= each.x && point.x <= each.x + each.w && point.y >= each.y && point.y <= each.y + each.h;
    });
    return label && label.id;
  }
  /* Once the panel tells all, or the pointer has left, the tooltip only covers the picture. */
  var clicked = 0, outside = false;
  function quiet() {
    var tooltip = box.querySelector(".vis-tooltip");
    if (tooltip) { tooltip.style.visibility = "hidden"; }
  }
  box.addEventListener("mouseenter", function () { outside = false; });
  box.addEventListener("mouseleave", function () { outside = true; quiet(); });
  network.on("showPopup", function () {
    if (outside || Date.now() - clicked < 800) { window.setTimeout(quiet, 0); }
  });
  network.on("click", function (event) {
    clicked = Date.now();
    quiet();
    var id = event.nodes.length ? event.nodes[0] : named(event.pointer.canvas);
    if (id !== undefined) { showNode(id); }
    else if (event.edges.length) { showEdge(event.edges[0]); }
    else { clear(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { clear(); }
  });
  var field = document.getElementById("field");
  if (field) {
    field.addEventListener("change", function () { filter(field.value); });
    /* A browser may keep the choice when the page is read again. */
    if (field.value) { filter(field.value); }
  }

  /* ---- view ---- */
  function all() { network.moveTo({ position: { x: 0, y: 0 }, scale: 1, animation: false }); }
  function within(scale) { return Math.min(12, Math.max(.3, scale)); }
  function zoom(factor) {
    network.moveTo({ scale: within(network.getScale() * factor), animation: false });
  }
  network.on("zoom", function (event) {
    if (event.scale !== within(event.scale)) {
      network.moveTo({ scale: within(event.scale), animation: false });
    }
  });
  document.getElementById("zoom-in").addEventListener("click", function () { zoom(1.4); });
  document.getElementById("zoom-out").addEventListener("click", function () { zoom(1 / 1.4); });
  document.getElementById("zoom-all").addEventListener("click", all);
  document.querySelector(".zoom").hidden = false;
  function refit() {
    stretch();
    nodes.update(data.nodes.map(function (node) {
      return { id: node.id, x: node.x, y: node.y, size: node.size };
    }));
    placed.key = "";
    all();
  }
  /* Afterwards, since the library moves its own view once its listeners are done. */
  network.on("resize", function () { window.setTimeout(refit, 0); });
  document.addEventListener("shanhai:language", function (event) {
    language = event.detail;
    options();
    network.redraw();
  });
  function options() {
    Array.from(field ? field.options : []).forEach(function (option) {
      option.textContent = option.getAttribute("data-" + language);
    });
  }
  options();
  if (document.fonts && document.fonts.ready) {
    document.fonts.ready.then(function () { widths = {}; placed.key = ""; network.redraw(); });
  }
  all();
  /* What a test or a reader's own script may ask. */
  window.shanhai = {
    network: network,
    labels: function () { return placed.labels; },
    nodes: data.nodes.length
  };
})();
