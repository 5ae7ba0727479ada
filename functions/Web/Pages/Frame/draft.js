// Keeps what is written in this browser until it is stored, and stores it by itself where the form allows that. Without this the button
// saves. Words outlive a reload and an empty battery, go out once when the network is back, and never over the words of somebody else.
(function () {
  var owner = document.body.dataset.person || '';
  var mine = 'draft ' + owner + ' ';

  // What somebody else wrote on this machine before is nobody's here.
  try {
    Object.keys(localStorage).forEach(function (key) {
      if (key.indexOf('draft ') !== 0) { return; }
      // So is what the button saved, saved.
      var isDone = /[?&]done=(draft-)?(saved|submitted)/.test(location.search);
      var draft = isDone && JSON.parse(localStorage.getItem(key));
      if (key.indexOf(mine) !== 0 || (draft && draft.sent && draft.page === location.pathname)) { localStorage.removeItem(key); }
    });
  } catch (closed) { /* nothing is kept here */ }

  function guard(form) {
    var said = form.querySelector('[data-saved]');
    if (!said || !window.fetch || !window.FormData) { return; }
    var key = mine + form.getAttribute('action'), aside = key + ' before';
    var stores = !form.dataset.hold, leaving = false, held = false;
    // The browser would put back a version that is not the newest any more.
    form.autocomplete = 'off';
    var timer = 0, soon = 0, busy = false, again = false, over = false, sends = null, waits = null;

    function fields() {
      var all = [];
      new FormData(form).forEach(function (value, name) {
        if (typeof value === 'string' && name !== 'etag' && name.indexOf('__') !== 0) { all.push([name, value.replace(/\r\n/g, '\n')]); }
      });
      return all;
    }
    // What the page came with: a browser puts back what was typed before a reload, and that is stored nowhere.
    function served() {
      var all = [];
      Array.prototype.forEach.call(form.elements, function (input) {
        if (!input.name || input.disabled || input.name === 'etag' || input.name.indexOf('__') === 0) { return; }
        if (/^(file|submit|button|reset|image)$/.test(input.type)) { return; }
        if (/^(checkbox|radio)$/.test(input.type)) { if (input.defaultChecked) { all.push([input.name, input.value]); } return; }
        if (input.options) {
          var chosen = Array.prototype.filter.call(input.options, function (option) { return option.defaultSelected; });
          (chosen.length > 0 || input.multiple ? chosen : Array.prototype.slice.call(input.options, 0, 1))
            .forEach(function (option) { all.push([input.name, option.value]); });
          return;
        }
        all.push([input.name, (input.defaultValue || '').replace(/\r\n/g, '\n')]);
      });
      return all;
    }
    // What is finished stands behind what is not, so the order says nothing; fields of one name have theirs.
    function text(all) {
      return JSON.stringify(all.slice().sort(function (one, other) { return one[0] < other[0] ? -1 : one[0] > other[0] ? 1 : 0; }));
    }
    function keep(sent) {
      var title = document.querySelector('h1');
      try {
        localStorage.setItem(key, JSON.stringify({
          // A form that was not done stands at the address that it was sent to, which is no page.
          etag: form.elements.etag.value, page: form.getAttribute('action').replace(/\/(segments|rows)$/, ''), title: title ? title.textContent : '', at: Date.now(), sent: !!sent, held: held, fields: fields()
        }));
        return true;
      } catch (full) { return false; }
    }
    function note() {
      clearTimeout(soon);
      soon = 0;
      if (!keep()) { say('unkept'); }
    }
    function forget() { try { localStorage.removeItem(key); } catch (closed) { /* nothing was kept */ } }
    function kept(from) { try { return JSON.parse(localStorage.getItem(from || key)); } catch (closed) { return null; } }
    // What is offered lies apart from what is written meanwhile, until it is taken back or the button has stored.
    function lay(draft) {
      try { if (draft) { localStorage.setItem(aside, JSON.stringify(draft)); } else { localStorage.removeItem(aside); } } catch (full) { /* this page offers it */ }
    }
    function say(word, detail) { said.textContent = said.dataset[word].replace('{0}', detail || ''); }
    function later(wait) { if (stores) { clearTimeout(timer); timer = setTimeout(save, wait); } }
    function pause() { return Number(form.dataset.pause) || 3000; }

    function save() {
      if (over || !stores) { return; }
      if (busy) { again = true; return; }
      busy = true;
      again = false;
      var data = new FormData(form);
      data.delete('files');
      fetch(form.action + '/autosave', { method: 'POST', body: data, credentials: 'same-origin', redirect: 'manual' }).then(function (answer) {
        if (answer.status === 200) {
          return answer.text().then(function (lines) {
            // The new version is adopted even where somebody goes on typing, so that the next save is no conflict with this one. All forms
            // of the page are about the same text.
            document.querySelectorAll('input[name=etag]').forEach(function (input) {
              // Another form with words of the text holds older ones.
              if (input.form === form || !input.form.matches('.draft')) { input.value = lines.split('\n')[1]; }
            });
            say('saved', lines.split('\n')[0]);
            if (again) { keep(); } else { forget(); }
          });
        }
        over = answer.status !== 503 && answer.status !== 429 && answer.status !== 500;
        say(answer.status === 409 || answer.status === 412 ? 'conflict' : over ? 'refused' : keep() ? 'lost' : 'unkept');
        if (!over) { later(15000); }
      }, function () {
        say(keep() ? 'lost' : 'unkept');
        later(15000);
      }).then(function () {
        busy = false;
        if (sends) { form.requestSubmit(sends); } else if (again) { later(pause()); }
      });
    }

    form.addEventListener('input', function (event) {
      if (event.target.type === 'file') { return; }
      // A long sheet is too much to be kept with each letter.
      if (form.elements.length < 500) { note(); } else { clearTimeout(soon); soon = setTimeout(note, 500); }
      later(pause());
      if (busy) { again = true; }
    });
    form.addEventListener('submit', function (event) {
      clearTimeout(timer);
      clearTimeout(soon);
      soon = 0;
      // What is being saved comes first, or the form would name a version that is not the newest any more.
      if (busy && event.submitter && form.requestSubmit) { event.preventDefault(); sends = event.submitter; return; }
      if (navigator.onLine === false && form.requestSubmit) {
        event.preventDefault();
        waits = event.submitter;
        say(keep() ? 'lost' : 'unkept');
        return;
      }
      over = true;
      waits = null;
      keep(true);
      var old = kept(aside);
      if (old) { old.sent = true; lay(old); }
    });
    // A phone says that it is online before anything gets through.
    function back() {
      if (!waits) { if (kept()) { later(500); } return; }
      fetch('/', { method: 'HEAD', cache: 'no-store' }).then(function () {
        if (waits) { form.requestSubmit(waits); }
      }, function () { setTimeout(back, 2000); });
    }
    window.addEventListener('online', back);
    // Whoever turns to something else may not come back before the battery is empty; a page that is left comes back with its words.
    window.addEventListener('beforeunload', function () { leaving = true; });
    window.addEventListener('pagehide', function () { leaving = true; if (soon && !over) { note(); } });
    window.addEventListener('pageshow', function () { leaving = false; });
    document.addEventListener('visibilitychange', function () {
      if (document.hidden && soon && !over) { note(); }
      if (document.hidden && !leaving && kept() && !over) { save(); }
    });

    function put(all) {
      Array.prototype.forEach.call(form.elements, function (input) { if (input.type === 'checkbox') { input.checked = false; } });
      var rest = all.slice();
      Array.prototype.forEach.call(form.elements, function (input) {
        var at = rest.findIndex(function (field) {
          return field[0] === input.name && ((input.type !== 'checkbox' && input.type !== 'radio') || input.value === field[1]);
        });
        if (at < 0 || input.type === 'file' || input.type === 'hidden') { return; }
        var value = rest.splice(at, 1)[0][1];
        if (input.type === 'checkbox' || input.type === 'radio') { input.checked = true; return; }
        var stored = (input.defaultValue || '').replace(/\r\n/g, '\n');
        input.value = value;
        if (stored !== value && input.closest('details')) { input.closest('details').open = true; }
        if (said.dataset.stored && stored !== '' && stored !== value) {
          // Both are shown: what is typed in the field, what is stored below it.
          var note = document.createElement('p'), words = document.createElement('span');
          note.className = 'note';
          note.textContent = said.dataset.stored + ' ';
          if (input.lang) { words.lang = input.lang; }
          words.textContent = stored;
          note.appendChild(words);
          input.insertAdjacentElement('afterend', note);
        }
      });
    }

    // Rows that went, or came back, change which row has which number.
    function fits(draft) {
      var rows = form.elements.rows;
      return !rows || draft.fields.some(function (field) { return field[0] === 'rows' && field[1] === rows.value; });
    }
    function lines(all) {
      var rows = [];
      all.forEach(function (field) {
        var at = /^cell\.(\d+)\.(\d+)$/.exec(field[0]);
        if (at) { (rows[at[1]] = rows[at[1]] || [])[at[2]] = field[1].replace(/\s+/g, ' '); }
      });
      function isThere() { return true; }
      return rows.filter(isThere).map(function (row) { return row.filter(isThere).join('\t'); }).join('\n');
    }

    var before = kept(), offered = kept(aside), wrong = document.querySelector('main > .errors[role=alert]'), restore = form.querySelector('[data-restore]');
    if (wrong) {
      // Where the button's saving was not done, the form holds what was typed, and so does this browser. It may stand on what somebody
      // else stored meanwhile, so that only the button writes over that.
      stores = false;
      held = before === null || before.etag !== form.elements.etag.value;
      if (before !== null && Array.isArray(before.fields) && !(before.sent && fits(before)) && text(before.fields) !== text(served())) {
        // It was another form that was not done: this one holds what is stored, and not what was written into it. Or it is one of rows
        // that are gone.
        before.sent = false;
        offered = before;
        forget();
        lay(before);
      }
    } else if (before !== null && Array.isArray(before.fields)) {
      // Rows that were sent and are not here any more were taken.
      if (text(before.fields) === text(served()) || (before.sent && !fits(before))) {
        forget();
      } else if (before.etag === form.elements.etag.value && !before.held) {
        // Nobody wrote meanwhile.
        put(before.fields);
        keep();
        say('kept');
        later(0);
      } else {
        offered = before;
        forget();
        lay(before);
      }
    }
    if (offered === null || !Array.isArray(offered.fields)) { return; }
    if (text(offered.fields) === text(served())) { lay(null); return; }
    if (!fits(offered)) {
      // It can be copied, unless the page shows it already.
      if (document.getElementById('lost')) { return; }
      var words = document.createElement('textarea');
      words.rows = 8;
      words.readOnly = true;
      words.value = lines(offered.fields);
      words.setAttribute('aria-label', restore.dataset.apart);
      restore.textContent = restore.dataset.apart;
      restore.appendChild(words);
      restore.hidden = false;
      return;
    }
    restore.hidden = false;
    restore.querySelector('button').addEventListener('click', function () {
      put(offered.fields);
      keep();
      lay(null);
      restore.hidden = true;
      later(pause());
    });
  }

  document.querySelectorAll('form.draft').forEach(guard);
  // Where the form is not open one is told that words of it are here: they may not have arrived, or their answer was lost.
  document.querySelectorAll('[data-here]').forEach(function (note) {
    try { note.hidden = localStorage.getItem(mine + note.dataset.here) === null; } catch (closed) { /* nothing is kept here */ }
  });
})();
