// What stands against a page for people who do not use it by eye and mouse; each entry a sentence.
() => {
  const found = [];
  const shown = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  const name = element => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
  if (!document.documentElement.lang) found.push('The page does not say its language.');
  if (!document.title.trim()) found.push('The page has no title.');
  const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(one => Number(one.tagName[1]));
  if (headings.filter(level => level === 1).length !== 1) found.push('There is not exactly one first heading.');
  headings.reduce((before, level) => {
    if (level > before + 1) found.push(`A heading of level ${level} follows one of level ${before}.`);
    return level;
  }, 0);
  for (const input of document.querySelectorAll('input:not([type=hidden]),select,textarea,meter'))
    if (!input.labels?.length && !input.getAttribute('aria-label')) found.push(`#${input.id} has no label.`);
  for (const one of document.querySelectorAll('a,button,summary'))
    if (shown(one) && !name(one)) found.push(`A ${one.tagName} has no name.`);
  for (const image of document.querySelectorAll('img')) if (!image.alt) found.push(`${image.src} has no alternative.`);
  for (const svg of document.querySelectorAll('svg')) if (!name(svg)) found.push('A picture has no alternative.');
  for (const table of document.querySelectorAll('table'))
    if (!table.querySelector('th')) found.push('A table has no headers.');
  for (const header of document.querySelectorAll('th')) if (!header.scope) found.push(`"${name(header)}" has no scope.`);
  for (const region of document.querySelectorAll('.scroll'))
    if (region.tabIndex !== 0 || !(region.getAttribute('aria-label')
      ?? document.getElementById(region.getAttribute('aria-labelledby'))?.textContent.trim()))
      found.push('A table cannot be scrolled by keyboard.');
  for (const one of document.querySelectorAll('[tabindex]'))
    if (one.tabIndex > 0) found.push(`#${one.id} breaks the order of the keyboard.`);
  const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
  for (const id of new Set(ids)) if (ids.filter(one => one === id).length > 1) found.push(`#${id} is there twice.`);
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth)
    found.push(`The page is ${document.documentElement.scrollWidth} wide in ${document.documentElement.clientWidth}.`);
  for (const one of document.querySelectorAll('button,input:not([type=hidden]),select'))
    if (shown(one) && one.getBoundingClientRect().height < 24) found.push(`#${one.id} is lower than 24 pixels.`);

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = colour => {
    const [r, g, b] = rgba(colour).map(part => part / 255)
      .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = element => {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (rgba(colour)[3] === 255) return colour;
    }
    return '#fff';
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !shown(element) || element.closest('svg,script')) continue;
    const [ink, paper] = [light(getComputedStyle(element).color), light(behind(element))];
    const contrast = (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05);
    if (contrast < 4.5) found.push(`"${texts.currentNode.data.trim()}" has a contrast of ${contrast.toFixed(2)}.`);
  }
  return [...new Set(found)];
}
