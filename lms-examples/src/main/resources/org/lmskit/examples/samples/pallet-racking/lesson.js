'use strict';
const TOPICS = {
  inspect: [
    ['Look before you lift', 'Every shift begins with a look at the racking: uprights, beams, locking pins and the floor anchors.'],
    ['Damaged uprights', 'A dent deeper than five millimetres over one metre means: unload the bay, tape it off, report it.'],
    ['Load notices', 'The notice at the end of the row states the most that a beam and a bay may carry. No notice, no load.'],
  ],
  load: [
    ['Know the weight', 'Read the label of the pallet. If it has none, weigh it: guessing has bent more beams than collisions.'],
    ['Heavy goes low', 'The heaviest pallets stand on the floor or the lowest beam; the lightest go to the top.'],
    ['Centre and overhang', 'The pallet sits square on both beams with the same overhang in front and behind, at most ten centimetres.'],
  ],
};
const pages = TOPICS[new URLSearchParams(location.search).get('topic')] || TOPICS.inspect;
const byId = (id) => document.getElementById(id);

session.start();
let page = Math.min(Number(session.get('cmi.location')) || 0, pages.length - 1);
let furthest = Math.max(page, Math.round((Number(session.get('cmi.progress_measure')) || 0) * pages.length) - 1);

function show() {
  const [title, text] = pages[page];
  furthest = Math.max(furthest, page);
  byId('step').textContent = `Page ${page + 1} of ${pages.length}`;
  byId('title').textContent = title;
  byId('text').textContent = text;
  byId('back').disabled = page === 0;
  byId('next').textContent = page === pages.length - 1 ? 'Finish lesson' : 'Next';
  session.set('cmi.location', page);
  session.set('cmi.progress_measure', (furthest + 1) / pages.length);
  session.set('cmi.completion_status', furthest === pages.length - 1 ? 'completed' : 'incomplete');
  session.commit();
}

byId('back').addEventListener('click', () => {
  page -= 1;
  show();
});
byId('next').addEventListener('click', () => {
  if (page === pages.length - 1) {
    session.finish('normal', 'continue');
    return;
  }
  page += 1;
  show();
  byId('title').focus();
});
window.addEventListener('pagehide', () => session.finish('suspend'));
show();
