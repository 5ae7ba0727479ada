// Shows the copy buttons. Without this the text can still be selected and copied by hand.
document.querySelectorAll('button[data-copy]').forEach(function (button) {
  var text = document.getElementById(button.dataset.copy);
  var status = document.getElementById(button.dataset.copy + '-status');
  button.hidden = false;
  button.addEventListener('click', function () {
    function say(copied) { status.textContent = copied ? button.dataset.copied : button.dataset.selected; }
    function select() {
      text.focus();
      text.select();
      var copied = false;
      try { copied = document.execCommand('copy'); } catch (refused) { copied = false; }
      say(copied);
    }
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text.value).then(function () { say(true); }, select);
    } else {
      select();
    }
  });
});
