// Replaces the parts of a page that are marked data-live when the server says that the books changed. One stream a tab,
// closed while the tab is hidden; without this script the page is the same, only not by itself.
(() => {
  'use strict';
  if (!document.querySelector('[data-live]') || !window.EventSource) return;
  let stream = null;
  let fetching = false;
  let again = false;

  async function refresh() {
    if (fetching) { again = true; return; }
    fetching = true;
    try {
      const answer = await fetch(location.href, { headers: { 'X-Live': '1' }, redirect: 'manual' });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const old of document.querySelectorAll('[data-live]')) {
        const fresh = page.getElementById(old.id);
        if (fresh && fresh.innerHTML !== old.innerHTML && !old.contains(document.activeElement))
          old.replaceWith(document.adoptNode(fresh));
      }
    } catch {
      // The connection is lost: the stream comes back by itself, and with it the next refresh.
    } finally {
      fetching = false;
      if (again) { again = false; refresh(); }
    }
  }

  function listen() {
    if (document.hidden) { stream?.close(); stream = null; return; }
    if (stream) return;
    stream = new EventSource('/live');
    stream.addEventListener('books', refresh);
  }

  document.addEventListener('visibilitychange', listen);
  listen();
})();
