// Makes a photograph as small as it is kept before it is sent: what a camera takes would be minutes on the way over a bad network, or be
// too large. Without this it goes as it is.
(function () {
  var input = document.getElementById('photograph'), side = 1280, small = 300000;
  if (!input || !window.createImageBitmap || !window.DataTransfer) { return; }

  function draw(picture) {
    var scale = Math.min(1, side / Math.max(picture.width, picture.height)), canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    return new Promise(function (resolve) { canvas.toBlob(resolve, 'image/jpeg', 0.85); });
  }

  input.addEventListener('change', function () {
    var chosen = input.files[0];
    if (!chosen || chosen.size <= small) { return; }
    createImageBitmap(chosen).then(draw).then(function (blob) {
      // Another may have been chosen meanwhile.
      if (!blob || blob.size >= chosen.size || input.files[0] !== chosen) { return; }
      var drawn = new DataTransfer();
      drawn.items.add(new File([blob], chosen.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg' }));
      input.files = drawn.files;
    }).catch(function () { /* the server says what is wrong with it */ });
  });
})();
