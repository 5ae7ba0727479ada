// Writes into the field that was touched last: the keys of the keyboard on the screen, terms of the glossary and sentences of the memory.
(function () {
  var fields = 'textarea[lang], input[lang]', writable = 'textarea, input:not([type]), input[type="text"]';
  var panel = document.getElementById('keyboard');
  var opener = document.getElementById('keyboard-open');
  var sign = /^[\uAAB0\uAAB2-\uAAB4\uAAB7\uAAB8\uAABE]$/, tone = /[\uAABF\uAAC1]/;
  var field = null;

  function isOpen() { return panel && !panel.hidden; }
  function own() { return panel ? document.querySelectorAll(fields.split(', ').map(function (one) { return one + '[lang="' + panel.dataset.for + '"]'; }).join(',')) : []; }
  function tell(type, text) { field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: type, data: text })); }

  function write(text) {
    var start = field.selectionStart, end = field.selectionEnd;
    if (start === end && sign.test(text) && tone.test(field.value.charAt(start - 1))) {
      // A vowel sign stands before the tone mark, whichever was tapped first.
      field.setRangeText(text, start - 1, start - 1, 'end');
      field.setSelectionRange(start + text.length, start + text.length);
    } else {
      field.setRangeText(text, start, end, 'end');
    }
    var before = field.value.slice(0, field.selectionStart), sound = before.normalize('NFC');
    if (sound !== before) { field.setRangeText(sound, 0, before.length, 'end'); }
    tell('insertText', text);
  }

  // One letter with its marks, as a phone's own keyboard does.
  function lengthOfLast(text) {
    var end = text.slice(-40);
    if (!window.Intl || !Intl.Segmenter) { return Array.from(end).pop().length; }
    return Array.from(new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(end)).pop().segment.length;
  }

  function erase() {
    var start = field.selectionStart, end = field.selectionEnd;
    if (start === end) {
      if (start === 0) { return; }
      start -= lengthOfLast(field.value.slice(0, start));
    }
    field.setRangeText('', start, end, 'end');
    tell('deleteContentBackward', null);
  }

  function show(open) {
    panel.hidden = !open;
    document.documentElement.classList.toggle('keys-open', open);
    if (opener) { opener.setAttribute('aria-expanded', String(open)); }
    own().forEach(function (input) {
      // The phone's own keyboard would open as well.
      if (open && panel.dataset.whole) { input.setAttribute('inputmode', 'none'); } else { input.removeAttribute('inputmode'); }
    });
    if (open) {
      field = field && field.lang === panel.dataset.for ? field : own()[0];
      if (field) { field.focus(); field.scrollIntoView({ block: 'nearest' }); }
    } else if (opener) { opener.focus(); }
  }

  function turn(button) {
    panel.querySelectorAll('[data-pane]').forEach(function (other) {
      other.setAttribute('aria-pressed', String(other === button));
      document.getElementById(other.dataset.pane).hidden = other !== button;
    });
  }

  function press(button) {
    var target = button.dataset.target ? document.getElementById(button.dataset.target) : null;
    field = target || field;
    if (!field || !document.contains(field)) { field = own()[0]; }
    if (!field || field.readOnly) { return; }
    if ('erase' in button.dataset) { erase(); } else {
      if ('whole' in button.dataset) { field.setSelectionRange(0, field.value.length); }
      write(button.dataset.insert);
    }
    var said = document.getElementById('keyboard-said');
    if (said && !target) { said.textContent = button.getAttribute('aria-label') || button.textContent; }
  }

  document.addEventListener('focusin', function (event) {
    // A remark quotes words too: a key writes where one is, and never into a field that is out of sight.
    if (!event.target.matches || !event.target.matches(writable)) { return; }
    field = event.target;
    if (isOpen()) { field.scrollIntoView({ block: 'nearest' }); }
  });
  // A tap must leave the caret where it is.
  document.addEventListener('pointerdown', function (event) {
    if (event.target.closest('#keyboard button, button[data-insert]')) { event.preventDefault(); }
  });
  document.addEventListener('click', function (event) {
    var button = event.target.closest('button');
    if (!button) { return; }
    if (button === opener) { show(!isOpen()); }
    else if ('close' in button.dataset && isOpen()) { show(false); }
    else if (button.dataset.pane) { turn(button); }
    else if ('insert' in button.dataset || 'erase' in button.dataset) { press(button); }
  });
  document.addEventListener('keydown', function (event) { if (event.key === 'Escape' && isOpen()) { show(false); } });

  if (opener && panel) { opener.hidden = false; }
  document.querySelectorAll('button[data-insert]').forEach(function (button) { button.hidden = false; });
})();
