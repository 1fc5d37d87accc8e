// One-letter keys for those who work through claims: switched off and on with the button that stands at the end of the
// page, and never taken from a field that is typed in. Everything they do can be done without them.
(() => {
  'use strict';
  const stored = 'openaso-keys';
  const rows = () => [...document.querySelectorAll('[data-rows] tbody tr')];
  let row = -1;
  let isGoing = false;
  let isOn = localStorage.getItem(stored) !== 'off';

  function move(by) {
    const all = rows();
    if (all.length === 0) return;
    row = Math.min(Math.max(row + by, 0), all.length - 1);
    const target = all[row].querySelector('a') ?? all[row];
    if (!target.matches('a')) target.tabIndex = -1;
    target.focus();
  }

  function press(key) {
    const target = document.querySelector(`[data-key="${key}"]`);
    if (!target) return false;
    if (target.matches('summary')) { target.parentElement.open = !target.parentElement.open; target.focus(); }
    else if (target.matches('a')) target.click();
    else { (target.form?.querySelector('textarea, input:not([type=hidden]), select') ?? target).focus(); }
    return true;
  }

  // The page of the employer that is looked at, where there are several.
  function go(key) {
    const all = [...document.querySelectorAll(`[data-go="${key}"]`)];
    const here = location.pathname.split('/').slice(0, 3).join('/');
    const link = all.find(one => one.pathname.startsWith(here)) ?? all[0];
    link?.click();
    return link !== undefined;
  }

  // The help stands at the end of the page: whoever asks is brought there.
  function ask() {
    help.open = !help.open;
    if (help.open) help.querySelector('summary').focus();
  }

  function act(event) {
    if (!isOn || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches('input, textarea, select')) return;
    const key = event.key;
    if (key === 'Shift') return;
    // Nobody is hurried: g waits for the next key, whichever it is.
    const wasGoing = isGoing;
    isGoing = key === 'g' && !wasGoing;
    if (isGoing || (wasGoing && go(key)) || does(key)) event.preventDefault();
  }

  // What a key does by itself; false where it does nothing.
  function does(key) {
    if (key === 'j' || key === 'k') move(key === 'j' ? 1 : -1);
    else if (key === '/') document.getElementById('search')?.focus();
    else if (key === '?') ask();
    else if (key >= '1' && key <= '9') document.querySelectorAll('.pane')[key - 1]?.focus();
    else if (key === 'm') document.getElementById('limits')?.focus();
    else return ['a', 'd', 'n', 'w'].includes(key) && press(key);
    return true;
  }

  const help = document.getElementById('keys');
  const toggle = document.getElementById('keys-toggle');
  if (!help || !toggle) return;
  help.hidden = false;
  toggle.setAttribute('aria-pressed', String(isOn));
  toggle.addEventListener('click', () => {
    isOn = !isOn;
    localStorage.setItem(stored, isOn ? 'on' : 'off');
    toggle.setAttribute('aria-pressed', String(isOn));
  });
  document.addEventListener('keydown', act);
})();
