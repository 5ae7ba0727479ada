// Renews the line that tells how far an item is, as long as it changes by itself. Without this the page is loaded again by hand.
document.querySelectorAll('[data-follow]').forEach(function (line) {
  var wait = 3000;
  function isLive() { return line.querySelector('[data-live="true"]') !== null; }
  function later() { if (isLive()) { window.setTimeout(look, wait); } }
  function look() {
    if (document.hidden) { later(); return; }
    fetch(line.dataset.follow, { credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok || answer.redirected) { throw new Error(String(answer.status)); }
      return answer.text();
    }).then(function (html) {
      if (line.innerHTML !== html) { line.innerHTML = html; }
      wait = Math.min(wait + 500, 15000);
      later();
    }, function () {
      // The network is away, or somebody signed out: ask more seldom.
      wait = Math.min(wait * 2, 60000);
      later();
    });
  }
  later();
});
