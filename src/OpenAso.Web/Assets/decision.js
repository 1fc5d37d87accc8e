// Computes while a slider moves: the address follows the settings, and the answer is fetched and put in place. Without
// this script the button does the same.
(() => {
  'use strict';
  const form = document.getElementById('design');
  if (!form) return;
  let timer = 0;
  let settled = 0;
  let newest = 0;
  let asking = new AbortController();

  function show(input) {
    const output = form.querySelector(`output[for="${CSS.escape(input.id)}"]`);
    if (output) output.value = Number(input.value).toLocaleString(document.documentElement.lang);
  }

  async function compute() {
    const number = ++newest;
    // Nobody waits for what was asked before.
    asking.abort();
    asking = new AbortController();
    const address = location.pathname + '?' + new URLSearchParams(new FormData(form));
    history.replaceState(null, '', address);
    try {
      const answer = await fetch(address, { redirect: 'manual', signal: asking.signal });
      if (!answer.ok || number !== newest) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const [old, fresh] = [document.getElementById('answer'), page.getElementById('answer')];
      if (!fresh || number !== newest) return;
      // Pictures take longer: those that stand stay until the settings rest.
      const [drawn, drawing] = [old, fresh].map(part => [...part.querySelectorAll('.pictures')]);
      drawing.forEach(one => one.replaceWith(page.createElement('hr')));
      old.replaceChildren(...document.adoptNode(fresh).childNodes);
      old.querySelectorAll('hr').forEach((one, index) => one.replaceWith(drawn[index]));
      old.removeAttribute('aria-busy');
      clearTimeout(settled);
      settled = setTimeout(
        () => drawn.forEach((one, index) => one.replaceWith(document.adoptNode(drawing[index]))), 700);
    } catch {
      // The connection is lost: the button tries again.
    }
  }

  form.addEventListener('input', event => {
    show(event.target);
    document.getElementById('answer').setAttribute('aria-busy', 'true');
    clearTimeout(timer);
    clearTimeout(settled);
    timer = setTimeout(compute, 120);
  });
  form.addEventListener('submit', event => { event.preventDefault(); compute(); });
})();
