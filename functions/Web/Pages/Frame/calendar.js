// An entry can be drawn to another day: its form opens with that day. Without this the form is opened by its link and the day typed.
document.querySelectorAll('.entry[data-item]:not([data-item=""])').forEach(function (entry) {
  entry.draggable = true;
  entry.addEventListener('dragstart', function (event) {
    event.dataTransfer.setData('application/x-item', entry.dataset.item);
    event.dataTransfer.setData('text/plain', entry.textContent.trim());
    event.dataTransfer.effectAllowed = 'move';
  });
});
document.querySelectorAll('.calendar > [data-day]').forEach(function (day) {
  day.addEventListener('dragover', function (event) {
    if (event.dataTransfer.types.indexOf('application/x-item') >= 0) { event.preventDefault(); day.classList.add('over'); }
  });
  day.addEventListener('dragleave', function () { day.classList.remove('over'); });
  day.addEventListener('drop', function (event) {
    var item = event.dataTransfer.getData('application/x-item');
    day.classList.remove('over');
    if (!item) { return; }
    event.preventDefault();
    window.location.assign('/calendar/' + encodeURIComponent(item) + '?day=' + day.dataset.day);
  });
});
