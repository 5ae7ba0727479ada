// Keeps the headings, points, links and emphasis of what is pasted. Without this the browser pastes the plain words.
(function () {
  var breaks = /^(P|DIV|H[1-6]|LI|UL|OL|TR|TABLE|TBODY|THEAD|BLOCKQUOTE|SECTION|ARTICLE|HEADER|FOOTER|PRE|HR|DL|DT|DD)$/;
  var unseen = /^(STYLE|SCRIPT|META|TITLE|HEAD|LINK|IMG|SVG|TEMPLATE|OBJECT|IFRAME|INPUT|BUTTON)$/;

  function apart(words) {
    return words.replace(/[\s\u00a0]+/g, ' ').replace(/[[\]`\\]/g, '\\$&').replace(/<(?=[a-z/!])/gi, '\\<')
      .replace(/(^|[^\p{L}\p{N}*_])([*_]+)|([*_]+)(?![\p{L}\p{N}*_])/gu, function (whole, before, first, last) {
        return (before || '') + (first || last).replace(/./g, '\\$&');
      });
  }
  function marked(words, mark) {
    var core = words.trim();
    return core && mark ? words.replace(core, function () { return mark + core + mark; }) : words;
  }
  // Read as they are written: this page lets no style of others work.
  function styled(node, name) {
    var found = new RegExp('(?:^|;)\\s*' + name + '\\s*:\\s*([^;]+)', 'i').exec(node.getAttribute('style') || '');
    return found ? found[1].trim().toLowerCase() : '';
  }
  function isBold(node) {
    var weight = styled(node, 'font-weight');
    return weight ? /bold|[6-9]00/.test(weight) : /^(B|STRONG)$/.test(node.tagName);
  }
  function isItalic(node) {
    var style = styled(node, 'font-style');
    return style ? style === 'italic' : /^(I|EM)$/.test(node.tagName);
  }

  function words(node, over) {
    if (node.nodeType === Node.TEXT_NODE) { return apart(node.data); }
    if (node.nodeType !== Node.ELEMENT_NODE || unseen.test(node.tagName)) { return ''; }
    if (node.tagName === 'BR') { return '\n'; }
    var bold = !over.bold && isBold(node), italic = !over.italic && isItalic(node);
    var inside = Array.prototype.map.call(node.childNodes, function (child) {
      return words(child, { bold: over.bold || bold, italic: over.italic || italic });
    }).join('');
    var address = node.tagName === 'A' ? node.getAttribute('href') || '' : '';
    if (/^(https?:|mailto:)/i.test(address) && inside.trim()) {
      inside = marked(inside, '').replace(inside.trim(), function (core) { return '[' + core + '](' + encodeURI(decodeURI(address)).replace(/[()]/g, escape) + ')'; });
    }
    return marked(inside, (bold ? '**' : '') + (italic ? '*' : ''));
  }

  function paragraphs(node, all) {
    var line = [];
    function end() {
      var text = line.map(function (part) { return words(part, { bold: /^H[1-6]$/.test(node.tagName), italic: false }); }).join('')
        .split('\n').map(function (each) { return each.trim(); }).join('\n').trim();
      line = [];
      if (!text) { return; }
      // Word writes its lists as paragraphs that begin with their sign.
      var listed = /MsoList/.test(node.className || '') || /mso-list/.test(node.getAttribute('style') || '');
      var point = node.tagName === 'LI' && node.parentNode.tagName !== 'OL' || listed && /^[·•o§\u2013\uf0a7-]\s/.test(text);
      var heading = /^H([1-6])$/.exec(node.tagName);
      var number = node.tagName === 'LI' && node.parentNode.tagName === 'OL'
        ? Array.prototype.indexOf.call(node.parentNode.children, node) + (node.parentNode.start || 1) + '. ' : '';
      text = point && listed ? text.replace(/^\S\s+/, '') : number || point || heading ? text : text.replace(/^([#+-])/gm, '\\$1');
      all.push({
        text: (heading ? '#'.repeat(Number(heading[1])) + ' ' : point ? '- ' : number) + (heading ? text.replace(/\n/g, ' ') : text),
        kind: node.tagName === 'TR' ? 'row' : point || number ? 'list' : '',
      });
    }
    if (node.tagName === 'TR') {
      Array.prototype.forEach.call(node.children, function (cell, at) {
        if (at > 0) { line.push(document.createTextNode(' | ')); }
        line.push(cell);
      });
      end();
      return;
    }
    Array.prototype.forEach.call(node.childNodes, function (child) {
      var holds = child.nodeType === Node.ELEMENT_NODE && !unseen.test(child.tagName)
        && (breaks.test(child.tagName) || child.querySelector('p,div,h1,h2,h3,h4,h5,h6,li,tr'));
      if (holds) { end(); paragraphs(child, all); } else { line.push(child); }
    });
    end();
  }

  function markdownOf(html) {
    var all = [];
    paragraphs(new DOMParser().parseFromString(html, 'text/html').body, all);
    return all.map(function (one, at) { return (at === 0 ? '' : one.kind && one.kind === all[at - 1].kind ? '\n' : '\n\n') + one.text; }).join('');
  }

  document.querySelectorAll('textarea[data-paste]').forEach(function (field) {
    field.addEventListener('paste', function (event) {
      var text = '';
      try { text = markdownOf(event.clipboardData.getData('text/html')); } catch (strange) { return; }
      if (!text) { return; }
      event.preventDefault();
      field.focus();
      // The browser's own way can be undone by the keyboard.
      if (!document.execCommand('insertText', false, text)) {
        field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
  });
})();
