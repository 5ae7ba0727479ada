// Records sentences into MP3 on the phone, keeps them there until they are sent, and sends them one by one. Without this a file can be
// handed in.
(function () {
  const page = document.getElementById('recorder');
  const status = document.getElementById('recorder-status');
  const level = document.getElementById('level');
  const form = page && page.querySelector('form[data-send]');
  if (!form || !window.AudioWorkletNode || !window.WebAssembly || !window.indexedDB || !navigator.mediaDevices) { return; }
  const said = page.dataset;
  const text = said.text, person = said.person;
  const shortest = 400, sentenceLongest = 180000, wholeLongest = 900000, silence = 0.01;
  const places = new Map();
  const player = new Audio();
  let running = null, starting = false, encoder = null, kept = new Map();

  function say(words) { status.textContent = words || ''; }
  function seconds(length) { return said.seconds.replace('{0}', Math.round(length)); }

  // What is kept on the phone: of this person alone. Whoever used the phone before leaves nothing.
  function store(mode, act) {
    return new Promise(function (resolve, reject) {
      const opening = indexedDB.open('recordings', 1);
      opening.onupgradeneeded = function () { opening.result.createObjectStore('takes'); };
      opening.onerror = function () { reject(opening.error); };
      opening.onsuccess = function () {
        const base = opening.result;
        let asked;
        try {
          const transaction = base.transaction('takes', mode);
          asked = act(transaction.objectStore('takes'));
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
  function keep(take) { return store('readwrite', function (takes) { return takes.put(take, keyOf(take.sentence)); }).then(count); }
  function forget(sentence) { return store('readwrite', function (takes) { return takes.delete(keyOf(sentence)); }).then(count); }
  // What is not sent, by text, where other pages can read it at once: they say so, and the sign-out asks.
  function count() {
    return store('readonly', function (takes) { return takes.getAll(); }).then(function (takes) {
      const texts = new Map();
      takes.filter(function (take) { return take.person === person; }).forEach(function (take) {
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
    return store('readwrite', function (takes) {
      const cursor = takes.openCursor();
      cursor.onsuccess = function () {
        const at = cursor.result;
        if (!at) { return; }
        if (at.value.person !== person) { at.delete(); }
        at.continue();
      };
      return takes.getAll();
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
    if (kept.size > 0) { form.hidden = false; }
    lock();
  }
  // One at a time, and none while what is kept goes out: the page is left as soon as all of it has.
  function lock() {
    places.forEach(function (other) { other.record.disabled = starting || !!form.dataset.busy || (!!running && running.place !== other); });
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

  async function begin(place) {
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
      running = { place: place, stream: stream, context: context, parts: [], samples: 0, peak: 0, rate: context.sampleRate };
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
      if (!kept.has(done.place.sentence)) { unshow(done.place); }
      say(length < shortest ? said.saidShort : said.saidSilent);
      show(done.place);
      return;
    }
    const mp3 = await new Blob(done.parts, { type: 'audio/mpeg' }).arrayBuffer();
    const take = {
      person: person, text: text, title: document.querySelector('h1').textContent,
      sentence: done.place.sentence, mp3: mp3, length: length, at: Date.now(),
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
      record: element.querySelector('[data-record]'),
      play: element.querySelector('[data-play]'),
      standing: element.querySelector('[data-standing]'),
    };
    place.first = place.record.textContent;
    place.before = { className: place.standing.className, text: place.standing.textContent, hidden: place.standing.hidden };
    places.set(place.sentence, place);
    place.record.addEventListener('click', function () { if (running) { end(); } else { begin(place); } });
    place.play.addEventListener('click', function () { play(place); });
  });
  page.querySelectorAll('.script').forEach(function (element) { element.hidden = false; });
  if (navigator.storage && navigator.storage.persist) { navigator.storage.persist(); }
  forgetOthers().then(function (takes) {
    let old = false;
    (takes || []).filter(function (take) { return take.person === person && take.text === text; })
      .sort(function (one, other) { return (one.at || 0) - (other.at || 0); })
      .forEach(function (take) {
        if (places.has(take.sentence)) { hold(take); } else { old = true; forget(take.sentence); }
      });
    if (old) { say(said.saidOld); }
    places.forEach(show);
    count();
  }, function () { say(said.saidUnkept); });
})();
