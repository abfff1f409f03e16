/**
 * The script of the page: no dependency, no storage, no network. It puts a button into the heads of tables, by which
 * rows are sorted, and a field above long ones, by which they are filtered. Its words stand in attributes of the body.
 */
export const SCRIPT = `
(function () {
  var words = document.body.dataset;
  var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  function plain(text) { return text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase(); }
  function keyOf(row, column) {
    var cell = row.cells[column];
    var value = cell.dataset.v === undefined ? cell.textContent.trim() : cell.dataset.v;
    return value !== '' && !isNaN(value) ? Number(value) : value;
  }
  function compare(a, b) {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return collator.compare(String(a), String(b));
  }
  function makeSortable(table) {
    var heads = Array.from(table.tHead.rows[0].cells);
    var body = table.tBodies[0];
    heads.forEach(function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      button.title = words.sort;
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      button.addEventListener('click', function () {
        var before = head.getAttribute('aria-sort');
        var down = before === 'ascending' || (before === null && !head.classList.contains('text'));
        heads.forEach(function (one) { one.removeAttribute('aria-sort'); });
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        var rows = Array.from(body.rows).map(function (row) { return { row: row, key: keyOf(row, column) }; });
        rows.sort(function (a, b) { return down ? compare(b.key, a.key) : compare(a.key, b.key); });
        rows.forEach(function (one) { body.append(one.row); });
      });
    });
  }
  function makeFilterable(table) {
    var rows = Array.from(table.tBodies[0].rows).map(function (row) { return { row: row, text: plain(row.textContent) }; });
    var label = document.createElement('label');
    var input = document.createElement('input');
    var output = document.createElement('output');
    var box = document.createElement('div');
    box.className = 'filter';
    input.type = 'search';
    input.autocomplete = 'off';
    label.append(words.filter + ' ', input);
    box.append(label, output);
    table.parentNode.before(box);
    input.addEventListener('input', function () {
      var wanted = plain(input.value).split(/\\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (one) {
        var fits = wanted.every(function (word) { return one.text.includes(word); });
        one.row.hidden = !fits;
        if (fits) shown += 1;
      });
      output.textContent = wanted.length ? words.filtered + ' ' + shown + ' / ' + rows.length : '';
    });
  }
  document.querySelectorAll('table[data-sort]').forEach(makeSortable);
  document.querySelectorAll('table[data-filter]').forEach(makeFilterable);
})();
`;
