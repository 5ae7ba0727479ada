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

  // Drafts that are not stored, the newest first.
  function drafts() {
    return keys().filter(function (key) { return person && key.indexOf('draft ' + person + ' ') === 0; })
      .map(function (key) { return parse(read(key)); })
      .filter(function (draft) { return draft && Array.isArray(draft.fields); })
      .sort(function (one, other) { return other.at - one.at; });
  }
  function line(tag, text, parent) {
    var element = document.createElement(tag);
    element.textContent = text;
    parent.appendChild(element);
    return element;
  }
  function time(at) { return new Date(at).toLocaleString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit' }); }

  var unsent = document.getElementById('unsent'), own = drafts();
  if (unsent && own.length > 0) {
    unsent.hidden = false;
    own.forEach(function (draft) {
      var item = line('li', '', unsent.querySelector('ul')), link = line('a', draft.title || draft.page, item);
      link.href = draft.page;
      line('span', ' ' + time(draft.at), item).className = 'soft';
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
          return act.textContent.replace(/\s+/g, ' ').trim();
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
    if ((drafts().length > 0 || Number(read('takes ' + person)) > 0) && !confirm(words.unsent)) { event.preventDefault(); return; }
    clear();
  });
  // What opens without a network is a communicator's, who has it as an app.
  if (reader && navigator.serviceWorker && document.querySelector('link[rel=manifest]')) { navigator.serviceWorker.register('/worker.js').catch(function () { /* it works online */ }); }
})();
