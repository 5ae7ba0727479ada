// Saves a draft while it is written. Without this the button saves; a lost connection keeps the words in this browser and says so.
(function () {
  var form = document.querySelector('form.draft');
  var said = document.getElementById('autosave');
  if (!form || !said || !window.fetch || !window.FormData) { return; }
  var key = 'draft ' + form.getAttribute('action');
  var timer = 0, busy = false, again = false, over = false, sends = null;

  function fields() {
    var all = [];
    new FormData(form).forEach(function (value, name) {
      if (typeof value === 'string' && name !== 'etag' && name.indexOf('__') !== 0) { all.push([name, value.replace(/\r\n/g, '\n')]); }
    });
    return JSON.stringify(all);
  }
  function keep() { try { localStorage.setItem(key, fields()); return true; } catch (full) { return false; } }
  function forget() { try { localStorage.removeItem(key); } catch (closed) { /* nothing was kept */ } }
  function kept() { try { return localStorage.getItem(key); } catch (closed) { return null; } }
  function say(word, detail) { said.textContent = said.dataset[word].replace('{0}', detail || ''); }
  function later(wait) { clearTimeout(timer); timer = setTimeout(save, wait); }

  function save() {
    if (over) { return; }
    if (busy) { again = true; return; }
    busy = true;
    again = false;
    var data = new FormData(form);
    data.delete('files');
    fetch(form.action + '/autosave', { method: 'POST', body: data, credentials: 'same-origin', redirect: 'manual' }).then(function (answer) {
      if (answer.status === 200) {
        return answer.text().then(function (lines) {
          // The new version is adopted even where somebody goes on typing, so that the next save is no conflict with this one.
          form.elements.etag.value = lines.split('\n')[1];
          say('saved', lines.split('\n')[0]);
          if (!again) { forget(); }
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
      if (sends) { form.requestSubmit(sends); } else if (again) { later(3000); }
    });
  }

  form.addEventListener('input', function (event) {
    if (event.target.type === 'file') { return; }
    keep();
    later(3000);
    if (busy) { again = true; }
  });
  form.addEventListener('submit', function (event) {
    clearTimeout(timer);
    // What is being saved comes first, or the form would name a version that is not the newest any more.
    if (busy && event.submitter && form.requestSubmit) { event.preventDefault(); sends = event.submitter; return; }
    over = true;
  });
  window.addEventListener('online', function () { later(0); });

  // What the button saved is saved.
  if (document.querySelector('main > .done')) { forget(); }
  var before = kept();
  if (before === null) { return; }
  if (before === fields()) { forget(); return; }
  var restore = document.getElementById('restore');
  restore.hidden = false;
  restore.querySelector('button').addEventListener('click', function () {
    Array.prototype.forEach.call(form.elements, function (input) { if (input.type === 'checkbox') { input.checked = false; } });
    JSON.parse(before).forEach(function (field) {
      var inputs = Array.prototype.slice.call(form.elements).filter(function (input) { return input.name === field[0]; });
      inputs.forEach(function (input) {
        if (input.type === 'checkbox') { input.checked = input.checked || input.value === field[1]; } else { input.value = field[1]; }
      });
    });
    restore.hidden = true;
    later(0);
  });
})();
