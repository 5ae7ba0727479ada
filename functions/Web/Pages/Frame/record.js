// Records sentences into MP3 on the phone, keeps them there until they are sent, and sends them one by one; what is read in one go is kept
// piece by piece while it is read. Without this a file can be handed in.
(function () {
  const page = document.getElementById('recorder');
  const status = document.getElementById('recorder-status');
  const level = document.getElementById('level');
  const form = page && page.querySelector('form[data-send]');
  if (!form || !window.AudioWorkletNode || !window.WebAssembly || !window.indexedDB || !navigator.mediaDevices) { return; }
  const said = page.dataset;
  const text = said.text, person = said.person;
  const shortest = 400, sentenceLongest = 180000, wholeLongest = 900000, silence = 0.01;
  // So much of a whole reading an empty battery costs at most.
  const pieceSeconds = 3;
  // Of 32 kbit/s at 24 kHz, as the encoder is told below.
  const frameBytes = 96;
  // The sentences that the page shows, by what they say.
  const words = Array.from(page.querySelectorAll('[data-sentence]'), function (element) { return element.dataset.sentence; }).join(' ');
  const places = new Map();
  const player = new Audio();
  let running = null, starting = false, encoder = null, kept = new Map();

  function say(words) { status.textContent = words || ''; }
  function seconds(length) { return said.seconds.replace('{0}', Math.round(length)); }

  // What is kept on the phone: of this person alone. Whoever used the phone before leaves nothing.
  function store(mode, act) {
    return new Promise(function (resolve, reject) {
      const opening = indexedDB.open('recordings', 2);
      opening.onupgradeneeded = function () {
        ['takes', 'pieces'].forEach(function (name) {
          if (!opening.result.objectStoreNames.contains(name)) { opening.result.createObjectStore(name); }
        });
      };
      opening.onerror = function () { reject(opening.error); };
      opening.onsuccess = function () {
        const base = opening.result;
        let asked;
        try {
          // On the disk, and not on the way to it: a battery does not wait.
          const transaction = base.transaction(['takes', 'pieces'], mode, { durability: 'strict' });
          asked = act(transaction.objectStore('takes'), transaction.objectStore('pieces'));
          transaction.oncomplete = function () { base.close(); resolve(asked && asked.result); };
          transaction.onabort = function () { base.close(); reject(transaction.error); };
        } catch (broken) {
          base.close();
          reject(broken);
        }
      };
    });
  }
  function keyOf(sentence) { return text + ' ' + sentence; }
  // What a whole reading of this text has of pieces, in their order.
  const ownPieces = IDBKeyRange.bound([text, 0], [text, Infinity]);
  function keep(take) {
    return store('readwrite', function (takes, pieces) {
      if (take.sentence === 'whole') { pieces.delete(ownPieces); }
      return takes.put(take, keyOf(take.sentence));
    }).then(count);
  }
  function forgetPieces() { return store('readwrite', function (takes, pieces) { return pieces.delete(ownPieces); }).then(count); }
  function forget(sentence) {
    return store('readwrite', function (takes, pieces) {
      // Pieces that became no take, on a phone that was full, would come back as a reading that was cut off.
      if (sentence === 'whole') { pieces.delete(ownPieces); }
      return takes.delete(keyOf(sentence));
    }).then(count);
  }
  // What is not sent, by text, where other pages can read it at once: they say so, and the sign-out asks.
  function count() {
    let takes, pieces;
    return store('readonly', function (all, cut) {
      takes = all.getAll();
      pieces = cut.getAll();
    }).then(function () {
      const texts = new Map();
      const begun = pieces.result.filter(function (piece) {
        return piece.number === 0 && !takes.result.some(function (take) { return take.text === piece.text && take.sentence === 'whole'; });
      });
      takes.result.concat(begun).filter(function (take) { return take.person === person; }).forEach(function (take) {
        const counted = texts.get(take.text) || { page: '/recordings/' + take.text, title: take.title, number: 0, at: 0 };
        counted.number += 1;
        counted.at = Math.max(counted.at, take.at || 0);
        texts.set(take.text, counted);
      });
      if (texts.size > 0) {
        localStorage.setItem('takes ' + person, JSON.stringify(Array.from(texts.values())));
      } else { localStorage.removeItem('takes ' + person); }
    }).catch(function () { /* No other page knows. */ });
  }
  function forgetOthers() {
    return store('readwrite', function (takes, pieces) {
      [takes, pieces].forEach(function (kind) {
        const cursor = kind.openCursor();
        cursor.onsuccess = function () {
          const at = cursor.result;
          if (!at) { return; }
          if (at.value.person !== person) { at.delete(); }
          at.continue();
        };
      });
    });
  }

  function joined(parts) {
    const whole = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.byteLength; }, 0));
    let at = 0;
    parts.forEach(function (part) {
      whole.set(new Uint8Array(part), at);
      at += part.byteLength;
    });
    return whole;
  }
  // Each few seconds of a whole reading, as soon as they are read.
  function keepPiece() {
    const read = running;
    if (!read || !read.place.isWhole || read.samples === read.keptSamples) { return; }
    const piece = {
      person: person, text: text, title: document.querySelector('h1').textContent, words: words, at: Date.now(),
      number: read.pieces, goesOn: read.goesOn, peak: read.peak,
      parts: read.parts.slice(read.keptParts), length: (read.samples - read.keptSamples) / read.rate * 1000,
    };
    read.pieces += 1;
    read.keptParts = read.parts.length;
    read.keptSamples = read.samples;
    store('readwrite', function (takes, pieces) {
      if (piece.number === 0) { pieces.delete(ownPieces); }
      return pieces.put(piece, [text, piece.number]);
    })
      .then(function () { return piece.number === 0 ? count() : null; })
      .catch(function () { /* It is kept at its end, or it is said that it is not. */ });
  }
  // What a reading that was cut off comes to; nothing where another that is there says more, or was not cut off.
  function mendedOf(take, pieces) {
    const last = pieces[pieces.length - 1], goesOn = pieces[0].goesOn && !!take;
    const length = pieces.reduce(function (sum, piece) { return sum + piece.length; }, 0);
    const isLess = !!take && (!take.cut || take.length >= length);
    if (!goesOn && (length < shortest || last.peak < silence || isLess)) { return null; }
    const read = joined([].concat.apply([], pieces.map(function (piece) { return piece.parts; })));
    // A frame that is not whole would be taken for one by whatever stands behind it.
    const whole = read.subarray(0, read.length - read.length % frameBytes);
    return {
      person: person, text: text, title: last.title, sentence: 'whole', words: last.words, at: last.at, cut: true,
      mp3: joined(goesOn ? [take.mp3, whole] : [whole]).buffer, length: (goesOn ? take.length : 0) + length,
    };
  }
  function mend() {
    return store('readwrite', function (takes, pieces) {
      const read = pieces.getAll(ownPieces), whole = takes.get(keyOf('whole'));
      whole.onsuccess = function () {
        if (read.result.length === 0) { return; }
        const mended = mendedOf(whole.result, read.result);
        if (mended) { takes.put(mended, keyOf('whole')); }
        pieces.delete(ownPieces);
      };
    });
  }

  function show(place) {
    const take = kept.get(place.sentence);
    place.play.hidden = !take;
    place.record.textContent = running && running.place === place ? said.stop : take ? said.again : place.first;
    if (take) {
      place.standing.hidden = false;
      place.standing.className = 'state good';
      place.standing.textContent = said.onphone + ' (' + seconds(take.length / 1000) + ')';
    }
    if (place.goOn) { place.goOn.hidden = !take || !take.cut || !!running; }
    place.record.classList.toggle('on', !!running && running.place === place);
    if (kept.size > 0) { form.hidden = false; }
    tellMissing();
    lock();
  }
  // What is read on this phone is not missing, though nobody else has it yet.
  function tellMissing() {
    const missing = page.querySelector('#recorder-missing'), whole = kept.get('whole');
    if (!missing || kept.size === 0) { return; }
    const left = whole && !whole.cut ? 0 : Array.from(places.values()).filter(function (place) {
      return place.isMissing && !kept.has(place.sentence);
    }).length;
    // A number, and the words of one or of many behind it where a language has both: {0} {0:one|many}.
    missing.textContent = left === 0 ? missing.dataset.none : missing.dataset.left.replace(/\{0(?::([^|}]*)\|([^}]*))?\}/g, function (all, one, many) {
      return one === undefined ? left : left === 1 ? one : many;
    });
  }
  // One at a time, and none while what is kept goes out: the page is left as soon as all of it has.
  function lock() {
    places.forEach(function (other) {
      other.record.disabled = starting || !!form.dataset.busy || (!!running && running.place !== other);
      if (other.goOn) { other.goOn.disabled = other.record.disabled; }
      // What is played would be recorded too.
      other.play.disabled = !!running;
    });
  }
  // What was kept last stands last, and so takes the place of what says the same.
  function hold(take) { kept.delete(take.sentence); kept.set(take.sentence, take); }

  // It stands as it did before anything was read here.
  function unshow(place) {
    place.standing.className = place.before.className;
    place.standing.textContent = place.before.text;
    place.standing.hidden = place.before.hidden;
    show(place);
  }

  async function encode(rate) {
    if (!encoder) { encoder = await WasmMediaEncoder.createEncoder('audio/mpeg', said.wasm); }
    encoder.configure({ sampleRate: rate, channels: 1, bitrate: 32, outputSampleRate: 24000 });
    return encoder;
  }

  // From the beginning, or on from where a reading was cut off.
  async function begin(place, before) {
    // The encoder comes over a slow network first: a second tap meanwhile would open the microphone twice.
    if (starting || form.dataset.busy) { return; }
    // One sentence takes the place of a whole that was read in one go; the others are missing then.
    if (!place.isWhole && (kept.has('whole') || said.whole === 'true') && !confirm(said.saidInstead)) { return; }
    player.pause();
    starting = true;
    lock();
    say(said.saidStarting);
    let stream = null, context = null;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: false, noiseSuppression: true, autoGainControl: true } });
      context = new AudioContext();
      await context.resume();
      await context.audioWorklet.addModule(said.worklet);
      const mp3 = await encode(context.sampleRate);
      const heard = new AudioWorkletNode(context, 'heard');
      const parts = before ? [before.mp3] : [], samples = before ? Math.round(before.length / 1000 * context.sampleRate) : 0;
      running = {
        place: place, stream: stream, context: context, parts: parts, samples: samples, peak: before ? 1 : 0, rate: context.sampleRate,
        goesOn: !!before, pieces: 0, keptParts: parts.length, keptSamples: samples,
      };
      heard.port.onmessage = function (event) { hear(mp3, event.data); };
      context.createMediaStreamSource(stream).connect(heard);
      say(said.saidRecording);
    } catch (refused) {
      if (stream) { stream.getTracks().forEach(function (track) { track.stop(); }); }
      if (context) { context.close(); }
      running = null;
      say(said.saidNoMicrophone);
    }
    starting = false;
    show(place);
  }

  function hear(mp3, samples) {
    if (!running) { return; }
    let peak = 0;
    for (let at = 0; at < samples.length; at += 1) { peak = Math.max(peak, Math.abs(samples[at])); }
    running.peak = Math.max(running.peak, peak);
    running.samples += samples.length;
    running.parts.push(mp3.encode([samples]).slice());
    level.value = peak;
    running.place.standing.hidden = false;
    running.place.standing.className = 'state';
    running.place.standing.textContent = seconds(Math.floor(running.samples / running.rate));
    if (running.samples - running.keptSamples >= running.rate * pieceSeconds) { keepPiece(); }
    const longest = running.place.isWhole ? wholeLongest : sentenceLongest;
    if (running.samples / running.rate * 1000 > longest) { end(); }
  }

  async function end() {
    const done = running;
    running = null;
    done.stream.getTracks().forEach(function (track) { track.stop(); });
    done.context.close();
    level.value = 0;
    done.parts.push(encoder.finalize().slice());
    const length = done.samples / done.rate * 1000;
    if (length < shortest || done.peak < silence) {
      if (done.place.isWhole) { forgetPieces().catch(function () { /* It is looked at again, and is as silent. */ }); }
      if (!kept.has(done.place.sentence)) { unshow(done.place); }
      say(length < shortest ? said.saidShort : said.saidSilent);
      show(done.place);
      return;
    }
    const mp3 = await new Blob(done.parts, { type: 'audio/mpeg' }).arrayBuffer();
    const take = {
      person: person, text: text, title: document.querySelector('h1').textContent,
      sentence: done.place.sentence, words: words, mp3: mp3, length: length, at: Date.now(),
    };
    hold(take);
    try {
      await keep(take);
      // Whoever reads a sentence by itself was asked: the whole is given up.
      if (!done.place.isWhole && kept.delete('whole')) { await forget('whole'); unshow(places.get('whole')); }
      say(said.saidKept);
    } catch (full) {
      say(said.saidUnkept);
    }
    show(done.place);
  }

  function play(place) {
    player.pause();
    if (player.src) { URL.revokeObjectURL(player.src); }
    player.src = URL.createObjectURL(new Blob([kept.get(place.sentence).mp3], { type: 'audio/mpeg' }));
    player.play();
  }

  // One at a time: what has arrived need not be sent again where the network breaks off half way.
  async function send(take) {
    const data = new FormData();
    data.append('__RequestVerificationToken', form.elements.__RequestVerificationToken.value);
    data.append(take.sentence, new Blob([take.mp3], { type: 'audio/mpeg' }), 'ghi-am.mp3');
    const answer = await fetch(said.action, { method: 'POST', body: data, credentials: 'same-origin', redirect: 'manual', headers: { 'X-By-Script': 'yes' } });
    // Nothing else says that it is kept: who has to sign in again is led away too, and then nothing has arrived.
    if (answer.status === 204) { return null; }
    if (answer.type === 'opaqueredirect') { return said.saidLost; }
    const told = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.errors li');
    return told ? told.textContent : said.saidUnsent;
  }

  form.addEventListener('submit', async function (event) {
    if (kept.size === 0) { return; }
    event.preventDefault();
    if (running || starting || form.dataset.busy) { return; }
    if (kept.has('whole') && kept.get('whole').cut && !confirm(said.saidCutSend)) { return; }
    form.dataset.busy = 'yes';
    lock();
    let left = kept.size;
    try {
      for (const take of Array.from(kept.values())) {
        say(said.saidSending.replace('{0}', left));
        const wrong = await send(take);
        if (wrong) {
          say(wrong);
          delete form.dataset.busy;
          lock();
          places.get(take.sentence).record.focus();
          return;
        }
        kept.delete(take.sentence);
        await forget(take.sentence).catch(function () { /* It is sent again, which changes nothing. */ });
        left -= 1;
      }
      form.submit();
    } catch (lost) {
      say(said.saidLost);
    } finally {
      delete form.dataset.busy;
      lock();
    }
  });

  page.querySelectorAll('[data-sentence]').forEach(function (element) {
    const place = {
      sentence: element.dataset.sentence,
      isWhole: element.dataset.sentence === 'whole',
      isMissing: element.querySelector('[data-standing]').dataset.missing === 'true',
      record: element.querySelector('[data-record]'),
      play: element.querySelector('[data-play]'),
      goOn: element.querySelector('[data-go-on]'),
      standing: element.querySelector('[data-standing]'),
    };
    place.first = place.record.textContent;
    place.before = { className: place.standing.className, text: place.standing.textContent, hidden: place.standing.hidden };
    places.set(place.sentence, place);
    place.record.addEventListener('click', function () { if (running) { end(); } else { begin(place); } });
    place.play.addEventListener('click', function () { play(place); });
    if (place.goOn) { place.goOn.addEventListener('click', function () { begin(place, kept.get(place.sentence)); }); }
  });
  page.querySelectorAll('.script').forEach(function (element) { element.hidden = false; });
  if (navigator.storage && navigator.storage.persist) { navigator.storage.persist(); }
  // Whoever leaves, or whose phone turns to something else, may not come back before it is empty.
  window.addEventListener('pagehide', keepPiece);
  document.addEventListener('visibilitychange', function () { if (document.hidden) { keepPiece(); } });
  forgetOthers().then(mend).then(function () {
    return store('readonly', function (takes) { return takes.getAll(); });
  }).then(function (takes) {
    let old = false;
    takes.filter(function (take) { return take.person === person && take.text === text; })
      .sort(function (one, other) { return (one.at || 0) - (other.at || 0); })
      .forEach(function (take) {
        // A whole says all the words, so it is old where any of them are others.
        const isOld = !places.has(take.sentence) || (take.sentence === 'whole' && !!take.words && take.words !== words);
        if (isOld) { old = true; forget(take.sentence); } else { hold(take); }
      });
    const whole = kept.get('whole');
    if (old) { say(said.saidOld); } else if (whole && whole.cut) { say(said.saidCut.replace('{0}', seconds(whole.length / 1000))); }
    places.forEach(show);
    count();
  }, function () { say(said.saidUnkept); });
})();
