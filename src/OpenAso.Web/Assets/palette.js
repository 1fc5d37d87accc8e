// Ctrl-K: every page that leads on from here by its name, and claims by what is typed. The pages are those that links of
// this page lead to, so that nothing is offered that may not be opened.
(() => {
  'use strict';
  const dialog = document.getElementById('palette');
  if (!dialog) return;
  const [field, list, empty] = ['text', 'list', 'empty'].map(part => document.getElementById(`palette-${part}`));
  let chosen = -1;

  function pages() {
    const links = document.querySelectorAll('header nav a, nav.pages a, main .actions a, main a[data-key]');
    return [...new Map([...links].map(link => [link.href, link.textContent.trim()]))];
  }

  function choose(index) {
    const options = [...list.children];
    chosen = options.length === 0 ? -1 : (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
    if (chosen < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', options[chosen].id);
    options[chosen]?.scrollIntoView({ block: 'nearest' });
  }

  function show() {
    const typed = field.value.trim();
    const words = typed.toLocaleLowerCase().split(/\s+/);
    const found = pages().filter(([, name]) => words.every(word => name.toLocaleLowerCase().includes(word)));
    if (typed && document.getElementById('search'))
      found.push([`/search?q=${encodeURIComponent(typed)}`, list.dataset.find.replace('{0}', () => typed)]);
    list.replaceChildren(...found.map(([address, name], at) => {
      const option = document.createElement('li');
      option.id = `palette-${at}`;
      option.role = 'option';
      option.dataset.address = address;
      option.textContent = name;
      return option;
    }));
    list.hidden = found.length === 0;
    empty.hidden = found.length > 0;
    choose(0);
  }

  function open(option) {
    if (option) location.assign(option.dataset.address);
  }

  field.addEventListener('input', show);
  field.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown') choose(chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen - 1);
    else if (event.key === 'Enter') open(list.children[chosen]);
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', event => open(event.target.closest('[role=option]')));
  document.addEventListener('keydown', event => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
    event.preventDefault();
    if (dialog.open) { dialog.close(); return; }
    field.value = '';
    show();
    dialog.showModal();
    field.focus();
  });
})();
