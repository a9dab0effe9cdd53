// Makes pages livelier that work without it.

const refusal = document.getElementById('refusal');
if (refusal) {
  refusal.focus();
}

/** Longer than the server works on a request. */
const PATIENCE = 65000;

let patience;

/** Those that were pressed and wait for the next page; one that the page itself has disabled is not among them. */
const waiting = new Set();

function release() {
  clearTimeout(patience);
  waiting.forEach((button) => { button.disabled = false; });
  waiting.clear();
}

// On a slow line people press twice, and each time would count.
addEventListener('submit', (event) => {
  if (event.target.method === 'post') {
    setTimeout(() => {
      event.target.querySelectorAll('button:enabled').forEach((button) => {
        button.disabled = true;
        waiting.add(button);
      });
    });
    // Not every browser tells that somebody has stopped it.
    clearTimeout(patience);
    patience = setTimeout(release, PATIENCE);
  }
});
window.navigation?.addEventListener('navigateerror', release);
addEventListener('pageshow', release);

/** What a reader hears, once the page is quiet. */
function say(text) {
  document.getElementById('live').textContent = text;
}

/** A line that appears while somebody is elsewhere on the page. */
function reveal(id, before = '') {
  const note = document.getElementById(id);
  note.hidden = false;
  say(before + note.textContent);
}

/** Another status in a badge, in the words that the page was given for it. */
function show(place, status, words) {
  const badge = document.createElement('span');
  badge.className = `badge ${status}`;
  badge.textContent = words[status] ?? status;
  place.replaceChildren(badge);
}

const NOTHING = '–';

/** What a contract waits for now that is no longer pending. */
function turn(list, event) {
  const claimed = event.status === 'active' && event.action === 'delivery.claimed';
  return JSON.parse(list.dataset.turns)[claimed ? 'claimed' : event.status] ?? NOTHING;
}

/** A line of the list whose contract has changed. */
function changeLine(list, event, words) {
  const line = list.querySelector(`[data-contract="${CSS.escape(event.contract_id)}"]`);
  if (!line) {
    reveal('more');
    return;
  }
  const place = line.querySelector('[data-status]');
  const waits = line.querySelector('[data-waits]');
  const next = turn(list, event);
  const isSame = place.textContent.trim() === words[event.status];
  if (event.status === 'pending' || isSame && waits.textContent.includes(next)) {
    return;
  }
  show(place, event.status, words);
  waits.textContent = next;
  line.classList.remove('changed');
  void line.offsetWidth;
  line.classList.add('changed');
  say(`${event.contract_id}: ${[words[event.status], next].filter((each) => each !== NOTHING).join(', ')}`);
}

/** The page of one contract: its status changes at once, and a link shows the rest without losing what is being typed. */
function changePage(page, event, words) {
  if (page.dataset.contract !== event.contract_id) {
    return;
  }
  let became = '';
  if (event.type === 'contract_update') {
    show(page.querySelector('[data-status]'), event.status, words);
    became = `${event.contract_id}: ${words[event.status]}. `;
  }
  reveal('changed', became);
}

const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 120000;

/** The page may lack what has happened meanwhile, and says so until it is loaded anew. */
function lose() {
  if (document.getElementById('not-live').hidden) {
    reveal('not-live');
  }
}

let retry;

/** A browser connects again by itself where the line was bad, and hears what it has missed; not where it was refused. */
function listen(live, pause) {
  const words = JSON.parse(live.dataset.words);
  const change = live.dataset.live === 'list' ? changeLine : changePage;
  const events = new EventSource('/api/v1/events');
  events.addEventListener('open', () => {
    live.dataset.listening = '';
    pause = FIRST_PAUSE;
  });
  events.addEventListener('contract_update', (message) => change(live, JSON.parse(message.data), words));
  if (live.dataset.live === 'contract') {
    events.addEventListener('payment_update', (message) => change(live, JSON.parse(message.data), words));
  }
  events.addEventListener('error', () => {
    delete live.dataset.listening;
    if (events.readyState === EventSource.CLOSED) {
      lose();
      retry = setTimeout(listen, pause, live, Math.min(2 * pause, LONGEST_PAUSE));
    }
  });
  addEventListener('pagehide', () => {
    clearTimeout(retry);
    events.close();
  }, { once: true });
}

const live = document.querySelector('[data-live]');
if (live) {
  listen(live, FIRST_PAUSE);
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      lose();
      listen(live, FIRST_PAUSE);
    }
  });
}
