// Renews the line that tells how far an item is, as long as it changes by itself: the program tells it and, where that does not get through,
// is asked. Without this the page is loaded again by hand.
document.querySelectorAll('[data-follow]').forEach(function (line) {
  var wait = 3000, told = null, source = null, silence = 0, asks = !line.dataset.stream || !window.EventSource;
  function isLive() { return line.querySelector('[data-live="true"]') !== null; }
  function show(html) {
    if (html !== told && line.innerHTML !== html) { line.innerHTML = html; }
    told = html;
  }
  function later() { if (isLive()) { window.setTimeout(look, wait); } }
  function look() {
    if (document.hidden) { later(); return; }
    fetch(line.dataset.follow, { credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok || answer.redirected) { throw new Error(String(answer.status)); }
      return answer.text();
    }).then(function (html) {
      show(html);
      wait = Math.min(wait + 500, 15000);
      later();
    }, function () {
      // The network is away, or somebody signed out: ask more seldom.
      wait = Math.min(wait * 2, 60000);
      later();
    });
  }

  function close() {
    window.clearTimeout(silence);
    if (source) { source.close(); }
    source = null;
  }
  // What lies between may hold back what is told: who hears nothing asks from then on.
  function ask() { close(); asks = true; later(); }
  function heard() {
    window.clearTimeout(silence);
    silence = window.setTimeout(ask, 12000);
  }
  function listen() {
    if (source || document.hidden || !isLive()) { return; }
    source = new EventSource(line.dataset.stream);
    heard();
    source.addEventListener('still', heard);
    source.addEventListener('way', function (event) {
      heard();
      show(event.data);
      if (!isLive()) { close(); }
    });
    // Where the answer is no stream the browser does not try again.
    source.addEventListener('error', function () { if (source && source.readyState === EventSource.CLOSED) { ask(); } });
  }
  if (asks) { later(); return; }
  listen();
  // A browser has few connections to one site, so a page that nobody looks at holds none.
  document.addEventListener('visibilitychange', function () {
    if (asks) { return; }
    if (document.hidden) { close(); } else { listen(); }
  });
});
