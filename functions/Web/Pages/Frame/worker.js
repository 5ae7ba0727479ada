// Lets the program open without a network: it keeps the program's own files and the page that says so, never a page that somebody reads
// signed in.
var kept = 'files VERSION', files = [FILES];

self.addEventListener('install', function (event) {
  event.waitUntil(caches.open(kept).then(function (cache) { return cache.addAll(files); }).then(function () { return self.skipWaiting(); }));
});
self.addEventListener('activate', function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.map(function (name) { return name === kept ? null : caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});
self.addEventListener('fetch', function (event) {
  var request = event.request, address = new URL(request.url);
  if (request.mode === 'navigate' && request.method === 'GET') {
    event.respondWith(fetch(request).catch(function () { return caches.match('/offline'); }));
  } else if (request.method === 'GET' && address.origin === location.origin && files.indexOf(address.pathname + address.search) >= 0) {
    event.respondWith(caches.match(request).then(function (found) { return found || fetch(request); }));
  }
});
