// Computes while a slider moves: the address follows the settings, and the answer is fetched and put in place. Without
// this script the button does the same.
(() => {
  'use strict';
  const form = document.getElementById('design');
  if (!form) return;
  let timer = 0;
  let settled = 0;
  let newest = 0;

  function show(input) {
    const output = form.querySelector(`output[for="${CSS.escape(input.id)}"]`);
    if (output) output.value = Number(input.value).toLocaleString(document.documentElement.lang);
  }

  async function compute() {
    const number = ++newest;
    const address = location.pathname + '?' + new URLSearchParams(new FormData(form));
    history.replaceState(null, '', address);
    try {
      const answer = await fetch(address, { redirect: 'manual' });
      if (!answer.ok || number !== newest) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const [old, fresh] = [document.getElementById('answer'), page.getElementById('answer')];
      if (!fresh || number !== newest) return;
      // Pictures take longer: those that stand stay until the settings rest.
      const [drawn, drawing] = [old.querySelector('.pictures'), fresh.querySelector('.pictures')];
      drawing.replaceWith(page.createElement('hr'));
      old.replaceChildren(...document.adoptNode(fresh).childNodes);
      old.querySelector('hr').replaceWith(drawn);
      old.removeAttribute('aria-busy');
      clearTimeout(settled);
      settled = setTimeout(() => drawn.replaceWith(document.adoptNode(drawing)), 700);
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
