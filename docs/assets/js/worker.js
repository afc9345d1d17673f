// Reading without network: published as sw.js, below a list of the site's files that the build makes
// (FILES: path -> hash of its content and bytes on the wire; CORE: what every page is made of).
// What was read is kept under the hash of its content. Nothing more is fetched until a reader asks.
const HOME = registration.scope;
const STORE = `ex-kept ${new URL(HOME).pathname}`;

const pathOf = url => {
  if (!url.startsWith(HOME)) return "";
  const path = url.slice(HOME.length).split(/[?#]/)[0];
  return /(^|\/)$/.test(path) ? `${path}index.html` : path;
};
const saidOf = path => `${/^[a-z]{2}\//.exec(path)?.[0] ?? ""}offline.html`; // in its language
const addressOf = path => HOME + path.replace(/(^|\/)index\.html$/, "$1");
const keyOf = path => `${HOME}${path}?${FILES[path][0]}`;
const kept = async path => path in FILES ? (await caches.open(STORE)).match(keyOf(path)) : undefined;

// A file is kept only if its content is the one that the build made: no page of one version stands
// beside the list of another. Other content means that a newer version is out.
const keep = async (path, response) => {
  const body = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  const hash = [...digest.slice(0, 6)].map(byte => byte.toString(16).padStart(2, "0")).join("");
  if (hash !== FILES[path][0]) return false;
  const store = await caches.open(STORE);
  const headers = { "Content-Type": response.headers.get("Content-Type") };
  await store.put(keyOf(path), new Response(body, { headers }));
  const all = await store.keys(HOME + path, { ignoreSearch: true });
  await Promise.all(all.filter(one => one.url !== keyOf(path)).map(one => store.delete(one)));
  return true;
};

// From what the browser holds already, if that is right; else anew.
const get = async path => {
  if (await kept(path)) return true;
  for (const cache of ["force-cache", "reload"]) {
    const response = await fetch(addressOf(path), { cache });
    if (response.ok && await keep(path, response)) return true;
  }
  return false;
};
const getAll = async paths => {
  const got = await Promise.all(paths.map(path => get(path).catch(() => false)));
  return got.every(Boolean);
};

// Pages of an older version stay readable without network until they are read anew, and so does
// what they are made of; once no such page is left, the rest goes.
const tidy = async () => {
  const store = await caches.open(STORE);
  const old = (await store.keys()).filter(({ url }) => {
    const path = pathOf(url);
    return !(path in FILES) || url !== keyOf(path);
  });
  if (!old.some(({ url }) => pathOf(url).endsWith(".html"))) {
    await Promise.all(old.map(one => store.delete(one)));
  }
};

const older = async path => (await caches.open(STORE)).match(HOME + path, { ignoreSearch: true });
const withoutNetwork = async (path, request) => {
  const before = await older(path);
  if (before) return before;
  if (request.mode !== "navigate") return Response.error();
  if (await kept(`${path}/index.html`)) return Response.redirect(`${HOME}${path}/`);
  for (const said of [saidOf(path), "offline.html", "en/offline.html"]) {
    const page = await kept(said);
    if (page) return page;
  }
  return Response.error();
};

const answer = async (path, event) => {
  const { request } = event;
  const known = await kept(path);
  if (known) return known;
  try {
    if (!(path in FILES)) {
      const response = await fetch(request);
      return response.status === 404 ? await older(path) ?? response : response;
    }
    const hashed = /\.[0-9a-f]{8}\./.test(path);
    const response = await fetch(addressOf(path), { cache: hashed ? "default" : "no-cache" });
    if (response.redirected) return Response.redirect(response.url);
    if (response.ok) event.waitUntil(keep(path, response.clone()));
    return response;
  } catch {
    return withoutNetwork(path, request);
  }
};

const state = async () => {
  const store = await caches.open(STORE);
  const keys = new Set((await store.keys()).map(({ url }) => url));
  return Object.entries(FILES).map(([path, [, bytes]]) => (
    { url: addressOf(path), bytes, kept: keys.has(keyOf(path)) }
  ));
};
const ASKED = {
  keep: urls => {
    const paths = urls.map(pathOf).filter(path => path in FILES);
    const said = paths.filter(path => path.endsWith(".html")).map(saidOf);
    return getAll([...new Set([...CORE, ...paths, ...said])]);
  },
  remove: () => caches.delete(STORE),
  state,
};

addEventListener("install", event => event.waitUntil((async () => {
  if (!await getAll(CORE)) throw new Error("this version is not wholly there yet");
  await skipWaiting();
})()));
addEventListener("activate", event => event.waitUntil(tidy().then(() => clients.claim())));
addEventListener("message", event => event.waitUntil((async () => {
  const [name, value] = event.data;
  const done = await ASKED[name](value);
  event.ports[0]?.postMessage(done);
  if (name === "keep") await tidy();
})()));
addEventListener("fetch", event => {
  const path = event.request.method === "GET" ? pathOf(event.request.url) : "";
  if (path) event.respondWith(answer(path, event));
});
