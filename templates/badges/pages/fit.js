// Runs in the document of an HTML design: makes texts smaller until they fit, and tells what does not fit even so.
// `<p data-fit="name" data-smallest="12">`: in the size of the style sheet where it fits into the element's width
// and height, else in the largest size that does, down to 12 points. A word is never split.
globalThis.badgesReady = Promise.all([
  new Promise((done) => (document.readyState === 'complete' ? done() : addEventListener('load', done))),
  document.fonts.ready,
]).then(() => [...document.querySelectorAll('section.badge')].flatMap(fitBadge));

function fitBadge(badge) {
  const found = [...badge.querySelectorAll('[data-fit]')].flatMap(fitText);
  const isTooFull = overflows(badge.querySelector('.card'));
  return [{ badge: badge.dataset.id }, ...found, ...(isTooFull ? [{ what: 'card', state: 'cut' }] : [])];
}

function fitText(element) {
  const { fit: what, smallest = '6', readable = '0' } = element.dataset;
  const half = (pixels) => Math.floor(pixels * 1.5) / 2; // points, in steps of a half
  let size = half(Number.parseFloat(getComputedStyle(element).fontSize));
  while (overflows(element) && size - 0.5 >= Number(smallest)) {
    size -= 0.5;
    element.style.fontSize = `${size}pt`;
  }
  if (overflows(element)) return [{ what, state: 'cut' }];
  return size < Number(readable) ? [{ what, state: 'small' }] : [];
}

// Ascents and descents of a font may reach over the edge of a tight line; a word or a line that is cut reaches further.
function overflows(element) {
  const slack = Number.parseFloat(getComputedStyle(element).fontSize) * 0.3;
  return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + slack;
}

for (const search of document.querySelectorAll('input[type=search]')) {
  search.addEventListener('input', () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const badge of document.querySelectorAll('section.badge')) {
      badge.hidden = !words.every((word) => badge.dataset.search.includes(word));
    }
  });
}
