// Hands the words, the card and the recording of a hand task to another app of the phone, such as Zalo. Without this they are copied and saved by hand.
(function () {
  var button = document.getElementById('share'), said = document.getElementById('share-status');
  if (!button || !navigator.share) { return; }
  var files = [];

  function name(address, type) { return address.split('/').pop().split('?')[0].replace(/\.[a-z]+$/, '') + '.' + (type === 'audio/mpeg' ? 'mp3' : type.split('/')[1] || 'png'); }
  function fetched(address) {
    return fetch(address, { credentials: 'same-origin' }).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.blob();
    }).then(function (blob) { return new File([blob], name(address, blob.type), { type: blob.type }); });
  }
  // The very files are tried, and are there before the tap: a phone opens nothing for a tap that is long past.
  var wanted = (button.dataset.files || '').split(' ').filter(Boolean);
  Promise.all(wanted.map(fetched)).then(function (found) {
    if (found.length > 0 && navigator.canShare && navigator.canShare({ files: found })) { files = found; }
  }, function () { /* the words go alone */ }).then(function () { button.hidden = false; });

  button.addEventListener('click', function () {
    var texts = Array.prototype.map.call(document.querySelectorAll('textarea[readonly]'), function (area) { return area.value; });
    var what = { text: texts.join('\n\n') };
    if (files.length > 0) { what.files = files; }
    navigator.share(what).then(function () { said.textContent = button.dataset.shared; }, function (refused) {
      // Who closed the sheet meant to.
      if (refused.name !== 'AbortError') { said.textContent = button.dataset.failed; }
    });
  });
})();
