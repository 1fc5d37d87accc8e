// A form that was sent is not sent again by a second click while its answer is on its way. The server does nothing twice
// either; without this script the second click would be told so, and hide that the first one was done.
(() => {
  'use strict';
  const sent = new WeakSet();
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (sent.has(form)) { event.preventDefault(); return; }
    sent.add(form);
    // No answer, as on a connection that is lost: it may be tried again.
    setTimeout(() => sent.delete(form), 5000);
  });
  addEventListener('pageshow', event => {
    if (event.persisted) for (const form of document.forms) sent.delete(form);
  });
})();
