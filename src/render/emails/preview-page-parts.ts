/** The parts of the page to leaf through a mailing; preview-page.ts puts them together. */

export const PAGE_TEMPLATE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{{mailing}}: {{count}} messages</title>
<style>{{{style}}}</style>
</head>
<body>
<header class="top">
<div>
<p class="event">{{eventTitle}}</p>
<h1>{{mailing}}</h1>
</div>
<dl class="facts">
<div><dt>Messages</dt><dd>{{count}}</dd></div>
<div><dt>Want a look</dt><dd>{{doubtful}}</dd></div>
<div><dt>Left out</dt><dd>{{leftOut.length}}</dd></div>
<div class="wide"><dt>From</dt><dd>{{from}}</dd></div>
{{#if replyTo}}
<div class="wide"><dt>Replies to</dt><dd>{{replyTo}}</dd></div>
{{/if}}
</dl>
<p class="note">A preview: nothing was sent.{{#if shown}} {{shown}} of {{count}} are shown.{{/if}}</p>
{{#if pages.length}}
<nav class="pages" aria-label="Pages">
{{#each pages}}
{{#if isThis}}<b aria-current="page">{{number}}</b>{{else}}<a href="{{file}}">{{number}}</a>{{/if}}
{{/each}}
</nav>
{{/if}}
{{#if leftOut.length}}
<details class="left-out">
<summary>{{leftOut.length}} left out</summary>
<ul>
{{#each leftOut}}
<li><bdi>{{name}}</bdi> <span class="code">{{code}}</span>: {{reason}}{{#if email}} (<bdi>{{email}}</bdi>){{/if}}</li>
{{/each}}
</ul>
</details>
{{/if}}
</header>
<main>
<nav class="finder" aria-label="Messages" hidden>
<div class="find">
<label for="search">Search name, organisation, address, code</label>
<input id="search" type="search" autocomplete="off" spellcheck="false">
<label class="check"><input id="doubtful" type="checkbox"> Only those that want a look</label>
<p id="found" role="status"></p>
</div>
<ol id="list"></ol>
</nav>
<div class="reader">
<div class="bar" hidden>
<button type="button" id="previous">Previous</button>
<span id="where" role="status"></span>
<button type="button" id="next">Next</button>
<span class="grow"></span>
<div role="group" aria-label="Part that is shown">
<button type="button" id="show-html" aria-pressed="true">HTML</button><button type="button" id="show-text" aria-pressed="false">Text</button>
</div>
</div>
{{#each messages}}
<details class="message{{#if warnings.length}} doubtful{{/if}}">
<summary><bdi class="name">{{name}}</bdi> <span class="code">{{code}}</span>{{#if organisation}} <bdi class="organisation">{{organisation}}</bdi>{{/if}}{{#if warnings.length}} <span class="flag">wants a look</span>{{/if}}</summary>
<dl class="head">
<div><dt>To</dt><dd><bdi>{{name}}</bdi> &lt;<bdi class="address">{{address}}</bdi>&gt;</dd></div>
<div><dt>Subject</dt><dd class="subject"><bdi>{{subject}}</bdi></dd></div>
<div><dt>Language</dt><dd>{{language}}</dd></div>
{{#if attachments.length}}
<div><dt>Attached</dt><dd>{{#each attachments}}{{#if @index}}<br>{{/if}}<bdi>{{this}}</bdi>{{/each}}</dd></div>
{{/if}}
<div><dt>File</dt><dd><a href="{{file}}">{{file}}</a></dd></div>
</dl>
{{#if warnings.length}}
<ul class="warnings">
{{#each warnings}}
<li>{{this}}</li>
{{/each}}
</ul>
{{/if}}
<div class="part html" data-html="{{html}}"></div>
<div class="part text"><pre tabindex="0" aria-label="Message to {{name}} as text">{{text}}</pre></div>
</details>
{{/each}}
<p id="nothing" hidden>No message matches the search.</p>
</div>
</main>
<script>{{{script}}}</script>
</body>
</html>
`;

export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1c2733; --soft: #55616d; --page: #eef1f4; --card: #ffffff; --line: #d5dbe1;
  --pick: #14528c; --on-pick: #ffffff; --warn: #7a4a00; --warn-back: #fff3dc; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef2f5; --soft: #aab5c0; --page: #12161b; --card: #1b2128;
  --line: #36404b; --pick: #7db7ee; --on-pick: #0c1722; --warn: #ffd591; --warn-back: #3a2c10; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; }
h1, p, dl, dd, ol, ul { margin: 0; }
h1 { font-size: 24px; line-height: 1.25; }
a { color: var(--pick); }
.top { display: flex; flex-wrap: wrap; gap: 8px 40px; align-items: end; padding: 20px 24px; background: var(--card); border-bottom: 1px solid var(--line); }
.event, .note, dt, .organisation, #found, #where { color: var(--soft); }
.facts { display: flex; flex-wrap: wrap; gap: 4px 28px; }
.facts dt, .head dt { font-size: 14px; }
.facts dd { font-weight: 600; overflow-wrap: anywhere; }
.note { margin-left: auto; }
.pages { flex-basis: 100%; display: flex; flex-wrap: wrap; gap: 4px 12px; }
.left-out { flex-basis: 100%; }
.left-out ul { padding: 8px 0 0 20px; }
summary { cursor: pointer; }
.code { color: var(--soft); font: 13px/1.5 ui-monospace, Consolas, monospace; }
.flag { color: var(--warn); background: var(--warn-back); border-radius: 4px; padding: 1px 7px; font-size: 13px; white-space: nowrap; }
main { max-width: 1280px; margin: 0 auto; padding: 24px; }
.message { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin-bottom: 8px; }
.message > summary { padding: 12px 16px; font-weight: 600; overflow-wrap: anywhere; }
.organisation { font-weight: 400; }
.head { padding: 4px 16px 12px; display: grid; gap: 2px; }
.head div { display: grid; grid-template-columns: 84px minmax(0, 1fr); align-items: baseline; }
.head dd { overflow-wrap: anywhere; }
.subject { font-weight: 600; }
.warnings { list-style: none; margin: 0 16px 12px; padding: 8px 12px; color: var(--warn); background: var(--warn-back); border-radius: 6px; }
.part { border-top: 1px solid var(--line); }
.part.html:empty { display: none; }
iframe { display: block; width: 100%; height: 72vh; min-height: 420px; border: 0; background: #fff; border-radius: 0 0 8px 8px; }
pre { margin: 0; padding: 16px; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.5 ui-monospace, Consolas, monospace; }
.js main { display: grid; grid-template-columns: minmax(240px, 340px) minmax(0, 1fr); gap: 24px; align-items: start; }
.js .message { margin: 0; }
.js .message > summary { display: none; }
.js .head { padding-top: 16px; }
.js.as-html .part.text, .js.as-text .part.html { display: none; }
.finder { position: sticky; top: 24px; display: flex; flex-direction: column; max-height: calc(100vh - 48px); background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.find { padding: 14px 16px 8px; border-bottom: 1px solid var(--line); }
.find label { display: block; font-size: 14px; color: var(--soft); }
.find .check { margin-top: 8px; color: var(--ink); }
input[type=search] { width: 100%; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: 6px; padding: 8px 10px; margin-top: 4px; }
#list { list-style: none; padding: 6px; overflow-y: auto; min-height: 120px; }
#list button { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 8px; align-items: baseline; width: 100%; text-align: left; font: inherit; color: inherit; background: none; border: 0; border-radius: 6px; padding: 7px 10px; cursor: pointer; overflow-wrap: anywhere; }
#list button:hover { background: var(--page); }
#list [aria-current=true] { background: var(--pick); color: var(--on-pick); }
#list [aria-current=true] .organisation, #list [aria-current=true] .code { color: inherit; }
#list .organisation, #list .flag { grid-column: 1 / -1; justify-self: start; }
#list .organisation { font-size: 14px; line-height: 1.35; }
.bar { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; margin-bottom: 12px; }
.grow { flex: 1; }
.bar button { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--soft); border-radius: 6px; padding: 7px 14px; min-height: 40px; cursor: pointer; }
.bar [aria-pressed=true] { background: var(--pick); border-color: var(--pick); color: var(--on-pick); }
.bar [role=group] button:first-child { border-radius: 6px 0 0 6px; }
.bar [role=group] button:last-child { border-radius: 0 6px 6px 0; border-left: 0; }
.bar button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 3px solid var(--pick); outline-offset: 2px; }
@media (max-width: 760px) {
  .top { padding: 16px; } .note { margin-left: 0; } main { padding: 12px; }
  .js main { grid-template-columns: minmax(0, 1fr); gap: 12px; }
  .finder { position: static; max-height: 300px; }
  .wide { flex-basis: 100%; }
  .bar { position: sticky; top: 0; z-index: 1; background: var(--page); padding: 8px 0; margin: 0; }
  .bar button { padding: 7px 10px; }
}
@media print { .finder, .bar { display: none; } }
`;

/** No dependency, no storage, no network: it only shows and hides what is on the page. */
export const PAGE_SCRIPT = `
(function () {
  var root = document.documentElement;
  var byId = function (id) { return document.getElementById(id); };
  var list = byId('list'), search = byId('search'), doubtful = byId('doubtful');
  var entries = Array.from(document.querySelectorAll('.message')).map(function (message, index) {
    var pick = document.createElement('button');
    var item = document.createElement('li');
    pick.type = 'button';
    ['.name', '.code', '.organisation', '.flag'].forEach(function (part) {
      var found = message.querySelector('summary ' + part);
      if (found) pick.append(found.cloneNode(true), ' ');
    });
    item.append(pick);
    list.append(item);
    var address = message.querySelector('.address').textContent;
    var entry = { number: index + 1, message: message, html: message.querySelector('.html'), item: item, pick: pick, doubtful: message.classList.contains('doubtful'),
      words: plain(pick.textContent + ' ' + address) };
    pick.addEventListener('click', function () { show(entry); });
    return entry;
  });
  var found = entries, current;
  function plain(text) { return text.normalize('NFKD').replace(/\\p{M}/gu, '').toLowerCase(); }
  // One frame at a time: a browser takes a minute to open a thousand.
  function fill(entry) {
    var frame = document.createElement('iframe');
    frame.setAttribute('sandbox', '');
    frame.referrerPolicy = 'no-referrer';
    frame.title = 'The message as HTML';
    frame.srcdoc = entry.html.dataset.html;
    entry.html.replaceChildren(frame);
  }
  function show(entry) {
    if (current && current !== entry) current.html.replaceChildren();
    if (entry && !entry.html.firstChild) fill(entry);
    current = entry;
    entries.forEach(function (one) {
      one.message.hidden = one !== entry;
      one.pick.setAttribute('aria-current', String(one === entry));
    });
    var at = found.indexOf(entry);
    if (entry) {
      entry.message.open = true;
      var box = list.getBoundingClientRect(), line = entry.item.getBoundingClientRect();
      if (line.top < box.top || line.bottom > box.bottom) list.scrollTop += line.top - box.top - box.height / 2;
      history.replaceState(null, '', '#' + entry.number);
    }
    byId('where').textContent = entry ? (at + 1) + ' of ' + found.length : '';
    byId('previous').disabled = at < 1;
    byId('next').disabled = at < 0 || at === found.length - 1;
    byId('nothing').hidden = !!entry;
  }
  function filter() {
    var words = plain(search.value).split(/\\s+/).filter(Boolean);
    found = entries.filter(function (one) {
      return (!doubtful.checked || one.doubtful) && words.every(function (word) { return one.words.includes(word); });
    });
    entries.forEach(function (one) { one.item.hidden = !found.includes(one); });
    byId('found').textContent = found.length + ' of ' + entries.length;
    show(found.includes(current) ? current : found[0]);
  }
  function step(by) { var next = found[found.indexOf(current) + by]; if (next) show(next); }
  function part(name) {
    root.classList.toggle('as-html', name === 'html');
    root.classList.toggle('as-text', name === 'text');
    byId('show-html').setAttribute('aria-pressed', String(name === 'html'));
    byId('show-text').setAttribute('aria-pressed', String(name === 'text'));
  }
  search.addEventListener('input', filter);
  doubtful.addEventListener('change', filter);
  byId('previous').addEventListener('click', function () { step(-1); });
  byId('next').addEventListener('click', function () { step(1); });
  byId('show-html').addEventListener('click', function () { part('html'); });
  byId('show-text').addEventListener('click', function () { part('text'); });
  document.addEventListener('keydown', function (event) {
    if (event.target === search || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowLeft') step(-1);
    if (event.key === 'ArrowRight') step(1);
  });
  root.classList.add('js');
  document.querySelectorAll('.finder, .bar').forEach(function (one) { one.hidden = false; });
  part('html');
  current = entries.find(function (one) { return '#' + one.number === location.hash; }) || entries[0];
  filter();
})();
`;
