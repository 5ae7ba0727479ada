// Plays what was read sentence by sentence as a whole, and shows which is heard. Without this each is played by itself.
(function () {
  const button = document.getElementById('listen-all');
  const sounds = Array.from(document.querySelectorAll('.sentences audio'));
  if (!button || sounds.length === 0) { return; }
  const words = button.textContent;
  let at = -1;

  function stop() {
    const heard = sounds[at];
    at = -1;
    if (heard) { heard.pause(); }
    button.textContent = words;
  }
  function play(next) {
    if (next === sounds.length) {
      stop();
      button.closest('section').scrollIntoView({ block: 'start' });
      return;
    }
    at = next;
    sounds[at].currentTime = 0;
    sounds[at].closest('li').scrollIntoView({ block: 'center' });
    sounds[at].play().catch(stop);
  }
  sounds.forEach(function (sound, index) {
    sound.addEventListener('ended', function () { if (at === index) { play(index + 1); } });
    sound.addEventListener('pause', function () { if (at === index && !sound.ended) { stop(); } });
  });
  button.hidden = false;
  button.addEventListener('click', function () {
    if (at >= 0) { stop(); return; }
    button.textContent = button.dataset.stop;
    play(0);
  });
})();
