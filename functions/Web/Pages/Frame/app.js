// Makes the program open without a network, says what this device has not sent yet, and leaves nothing of one person to the next.
(function () {
  var words = document.currentScript.dataset;
  var reader = document.body.dataset.person;

  function read(key) { try { return localStorage.getItem(key); } catch (closed) { return null; } }
  function keys() { try { return Object.keys(localStorage); } catch (closed) { return []; } }
  function keep(key, value) { try { localStorage.setItem(key, value); } catch (full) { /* the page works without */ } }
  function parse(text) { try { return JSON.parse(text); } catch (broken) { return null; } }
  // The recordings of record.js too: they are in a database of their own.
  function clear() {
    try { localStorage.clear(); } catch (closed) { /* nothing is kept here */ }
    try { indexedDB.deleteDatabase('recordings'); } catch (closed) { /* nor here */ }
  }

  if (reader && read('person') !== null && read('person') !== reader) { clear(); }
  if (reader) { keep('person', reader); }
  var person = reader || read('person');
  // A browser that goes back shows a page as it was left, also to who is not that person any more.
  window.addEventListener('pageshow', function (event) { if (event.persisted && reader && read('person') !== reader) { location.reload(); } });

  // Drafts that are not stored, the newest first.
  function drafts() {
    return keys().filter(function (key) { return person && key.indexOf('draft ' + person + ' ') === 0; })
      .map(function (key) { return parse(read(key)); })
      .filter(function (draft) { return draft && Array.isArray(draft.fields); })
      .sort(function (one, other) { return other.at - one.at; });
  }
  // Recordings that are not sent, by text, as record.js counts them.
  function takes() {
    var counted = person && parse(read('takes ' + person));
    return Array.isArray(counted) ? counted : [];
  }
  function line(tag, text, parent) {
    var element = document.createElement(tag);
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }
  // As the pages write times.
  function time(at) {
    function two(number) { return String(number).padStart(2, '0'); }
    var when = new Date(at);
    return two(when.getDate()) + '/' + two(when.getMonth() + 1) + ' ' + two(when.getHours()) + ':' + two(when.getMinutes());
  }

  var unsent = document.getElementById('unsent'), own = drafts();
  function tell(kept) {
    var item = line('li', '', unsent.querySelector('ul'));
    line('a', kept.title || kept.page, item).href = kept.page;
    line('span', ' ' + time(kept.at), item).className = 'soft';
    return item;
  }
  if (unsent && own.length + takes().length > 0) {
    unsent.hidden = false;
    takes().forEach(function (text) { line('span', ' · ' + unsent.dataset.takes.replace('{0}', text.number), tell(text)).className = 'soft'; });
    own.forEach(function (draft) {
      var item = tell(draft);
      if (!reader) {
        // Without a network the words can at least be read and copied.
        draft.fields.filter(function (field) { return field[1].trim() !== '' && field[0] !== 'keep'; })
          .forEach(function (field) { line('p', field[1], item).className = 'asis'; });
      }
    });
  }

  var today = document.querySelector('[data-today="true"]');
  if (reader && today) {
    keep('today ' + person, JSON.stringify({
      at: Date.now(),
      items: Array.prototype.map.call(document.querySelectorAll('.today > li'), function (item) {
        return [item.querySelector('h2').textContent].concat(Array.prototype.map.call(item.querySelectorAll('li p'), function (act) {
          return Array.prototype.map.call(act.children, function (part) { return part.textContent.replace(/\s+/g, ' ').trim(); })
            .filter(Boolean).join(' · ');
        }));
      })
    }));
  }
  var offline = document.getElementById('kept-today'), seen = parse(read('today ' + person));
  if (offline && person && seen) {
    offline.hidden = false;
    offline.querySelector('time').textContent = time(seen.at);
    seen.items.forEach(function (texts) {
      var item = line('li', '', offline.querySelector('ol'));
      texts.forEach(function (text, at) { line(at === 0 ? 'h3' : 'p', text, item); });
    });
    // A phone says that it is online before anything gets through, and whoever reads here meanwhile is left in peace.
    function back() {
      fetch('/', { method: 'HEAD', cache: 'no-store' }).then(function () { location.href = '/today'; }, function () { setTimeout(back, 5000); });
    }
    window.addEventListener('online', back);
    if (navigator.onLine) { setTimeout(back, 5000); }
  }

  document.addEventListener('submit', function (event) {
    if (event.target.getAttribute('action') !== '/sign-out') { return; }
    if (drafts().length + takes().length > 0 && !confirm(words.unsent)) { event.preventDefault(); return; }
    clear();
  });

  // Without a network a pressed button waits, on every page, and is pressed once when it is back: what was ticked and typed stays. Drafts
  // and recordings have ways of their own.
  var waiting = null;
  function send() {
    var pressed = waiting;
    waiting = null;
    if (!pressed) { return; }
    pressed.note.remove();
    if (pressed.submitter) { pressed.form.requestSubmit(pressed.submitter); } else { pressed.form.requestSubmit(); }
  }
  // A phone says that it is online before anything gets through. A picture is what every page may ask for.
  function look() {
    if (!waiting) { return; }
    var picture = new Image();
    picture.onload = send;
    picture.onerror = function () { setTimeout(look, 2000); };
    picture.src = '/app-192.png?at=' + Date.now();
  }
  window.addEventListener('online', look);
  document.addEventListener('submit', function (event) {
    var form = event.target, note;
    if (event.defaultPrevented || navigator.onLine !== false || form.getAttribute('method') !== 'post' || !form.requestSubmit) { return; }
    event.preventDefault();
    // The first that was pressed goes: its answer is another page.
    if (!waiting) {
      note = document.createElement('span');
      note.className = 'note block';
      note.setAttribute('role', 'status');
      (event.submitter || form.lastElementChild).insertAdjacentElement('afterend', note);
      note.textContent = words.waits;
      waiting = { form: form, submitter: event.submitter, note: note };
      look();
    }
    waiting.note.scrollIntoView({ block: 'nearest' });
  });

  // What opens without a network is a communicator's, who has it as an app.
  if (reader && navigator.serviceWorker && document.querySelector('link[rel=manifest]')) { navigator.serviceWorker.register('/worker.js').catch(function () { /* it works online */ }); }
})();
