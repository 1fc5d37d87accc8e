// Replaces the parts of a page that are marked data-live when the server says that the books changed. One stream a tab,
// closed while the tab is hidden; without this script the page is the same, only not by itself.
(() => {
  'use strict';
  if (!document.querySelector('[data-live]') || !window.EventSource) return;
  let stream = null;
  let fetching = false;
  let again = false;
  let ended = false;
  let silence = 0;
  const say = (part, isSo) => { document.getElementById(part).hidden = !isSo; };

  // Focus stays on what it was on, and what was opened stays open; what is being filled in is left alone.
  function replace(old, fresh) {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    if (focused && (!focused.id || focused.matches('input, select, textarea'))) return;
    for (const opened of old.querySelectorAll('details[open][id]')) {
      const same = fresh.querySelector('#' + CSS.escape(opened.id));
      if (same) same.open = true;
    }
    old.replaceWith(fresh);
    if (focused) document.getElementById(focused.id)?.focus({ preventScroll: true });
  }

  async function refresh() {
    if (fetching) { again = true; return; }
    fetching = true;
    try {
      const answer = await fetch(location.href, { headers: { 'X-Live': '1' }, redirect: 'manual' });
      // Led elsewhere: to sign in.
      if (answer.type === 'opaqueredirect') end();
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const old of document.querySelectorAll('[data-live]')) {
        const fresh = page.getElementById(old.id);
        if (fresh && fresh.innerHTML !== old.innerHTML) replace(old, document.adoptNode(fresh));
      }
    } catch {
      // The connection is lost: the stream says so, comes back by itself, and with it the next refresh.
    } finally {
      fetching = false;
      if (again) { again = false; refresh(); }
    }
  }

  function listen() {
    if (document.hidden) { drop(); return; }
    if (stream || ended) return;
    stream = new EventSource('/live');
    stream.addEventListener('books', () => { hear(); refresh(); });
    stream.addEventListener('alive', hear);
    stream.addEventListener('open', hear);
    stream.addEventListener('error', lose);
  }

  // Where a cable is pulled, nothing says so: the server is heard every quarter of a minute, or it is lost.
  function hear() {
    say('live-lost', false);
    clearTimeout(silence);
    silence = setTimeout(() => { drop(); say('live-lost', !document.hidden); listen(); }, 45000);
  }

  function drop() {
    clearTimeout(silence);
    stream?.close();
    stream = null;
  }

  // A browser tries again by itself, but not after an answer that is no stream: that one is asked about.
  function lose() {
    say('live-lost', !ended);
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    refresh();
    setTimeout(listen, 5000);
  }

  function end() {
    ended = true;
    drop();
    say('live-lost', false);
    say('live-ended', true);
    document.querySelector('#live-ended a').href =
      '/sign-in?ReturnUrl=' + encodeURIComponent(location.pathname + location.search);
  }

  document.addEventListener('visibilitychange', listen);
  listen();
})();
