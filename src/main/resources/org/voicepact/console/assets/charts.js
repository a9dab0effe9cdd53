// Draws a chart above each table of figures, from the table itself, so that both always say the same.

const css = getComputedStyle(document.documentElement);
const colour = (name) => css.getPropertyValue(name).trim();
const INK = () => colour('--soft');
const COLOURS = {
  pending: '--warn', confirmed: '--blue', active: '--teal', completed: '--good',
  disputed: '--bad', cancelled: '--calm', expired: '--edge',
};
const PATTERNS = { pending: [6, 4], cancelled: [2, 3], expired: [1, 4], confirmed: [10, 4] };

/** Of the axis: nothing is counted in parts. */
const STEPS = [...Array(12).keys()].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power));

/** What a table has: its lines' names, and the columns that are drawn. */
function read(table) {
  const heads = [...table.querySelectorAll('thead th')];
  const rows = [...table.querySelectorAll('tbody tr')];
  const columns = heads
    .map((head, index) => ({ head, index, series: head.dataset.series }))
    .filter((column) => column.series);
  return {
    names: rows.map((row) => row.cells[0].textContent.trim()),
    series: columns.map((column) => ({
      kind: column.series,
      label: column.head.textContent.trim(),
      values: rows.map((row) => number(row.cells[column.index])),
    })),
  };
}

function number(cell) {
  const value = parseFloat(cell.dataset.y ?? cell.textContent);
  return Number.isNaN(value) ? null : value;
}

function axes(names) {
  const axis = { stroke: INK(), font: '12px system-ui, sans-serif', grid: { stroke: colour('--line') }, ticks: { stroke: colour('--line') } };
  return [
    { ...axis, grid: { show: false }, splits: () => names.map((_, i) => i), values: (_, at) => labels(names, at), space: 60 },
    { ...axis, size: 64, incrs: STEPS, values: (_, at) => at.map((value) => short(value)) },
  ];
}

/** As many names as there is room for. */
function labels(names, at) {
  const step = Math.ceil(names.length / 6);
  return at.map((i) => (i % step === 0 ? (names[i] ?? '').replace(/\s\d{4}$/, '') : ''));
}

const short = (value) => new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact' }).format(value);

/** Each series on top of those before it; the last drawn first, so that all can be seen. */
function stacked(series) {
  const sums = [];
  let below = series[0].values.map(() => 0);
  for (const each of series) {
    below = below.map((sum, i) => sum + (each.values[i] ?? 0));
    sums.push({ ...each, drawn: below });
  }
  return sums.reverse();
}

function draw(place, table) {
  const { names, series } = read(table);
  const bars = place.dataset.chart !== 'lines';
  const filled = series.filter((each) => each.values.some((value) => value));
  if (!filled.length) {
    return;
  }
  place.dataset.drawn = '';
  table.closest('details').open = false;
  const shown = place.dataset.chart === 'stacked' ? stacked(filled) : filled;
  const options = {
    width: place.clientWidth,
    height: 240,
    scales: { x: { time: false, range: () => [-0.6, names.length - 0.4] }, y: { range: (_, low, high) => [0, Math.max(1, high * 1.05)] } },
    axes: axes(names),
    cursor: { drag: { x: false, y: false } },
    legend: { live: false },
    series: [{}, ...shown.map((each) => ({
      label: each.label,
      stroke: colour(COLOURS[each.kind]),
      fill: bars ? colour(COLOURS[each.kind]) : undefined,
      width: bars ? 0 : 2.5,
      dash: bars ? undefined : PATTERNS[each.kind],
      paths: bars ? uPlot.paths.bars({ size: [0.7, 56] }) : undefined,
      points: { show: !bars },
    }))],
  };
  const data = [names.map((_, i) => i), ...shown.map((each) => each.drawn ?? each.values)];
  const chart = new uPlot(options, data, place);
  new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: 240 })).observe(place);
}

for (const place of document.querySelectorAll('[data-chart]')) {
  const table = place.parentElement.querySelector('table');
  if (table && window.uPlot) {
    draw(place, table);
  }
}
