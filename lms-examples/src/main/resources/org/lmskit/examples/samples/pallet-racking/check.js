'use strict';
const STATEMENTS = [
  ['unlabelled', 'A pallet without a weight label may go on the lowest beam unweighed.', false],
  ['heavy-low', 'The heaviest pallets belong low.', true],
  ['dent', 'An upright with a ten-millimetre dent can be used until the next inspection.', false],
  ['notice', 'Without a load notice the row is not loaded.', true],
];
const PASSING = 0.75;
const byId = (id) => document.getElementById(id);
const draft = () => Object.fromEntries(new FormData(byId('check')));

session.start();
const saved = JSON.parse(session.get('cmi.suspend_data') || '{}');

function choice(id, value, text) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = id;
  input.value = String(value);
  input.required = true;
  input.checked = saved[id] === String(value);
  label.append(input, ` ${text}`);
  return label;
}

function field([id, text]) {
  const fieldset = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = text;
  fieldset.append(legend, choice(id, true, 'True'), choice(id, false, 'False'));
  return fieldset;
}

function keepDraft() {
  session.set('cmi.suspend_data', JSON.stringify(draft()));
}

function record(answers) {
  STATEMENTS.forEach(([id, text, truth], index) => {
    const at = `cmi.interactions.${index}`;
    session.set(`${at}.id`, id);
    session.set(`${at}.type`, 'true-false');
    session.set(`${at}.description`, text);
    session.set(`${at}.correct_responses.0.pattern`, truth);
    session.set(`${at}.learner_response`, answers[id]);
    session.set(`${at}.result`, answers[id] === String(truth) ? 'correct' : 'incorrect');
  });
}

function finish(answers) {
  const right = STATEMENTS.filter(([id, , truth]) => answers[id] === String(truth)).length;
  const scaled = right / STATEMENTS.length;
  record(answers);
  session.set('cmi.score.min', 0);
  session.set('cmi.score.max', STATEMENTS.length);
  session.set('cmi.score.raw', right);
  session.set('cmi.score.scaled', scaled);
  session.set('cmi.completion_status', 'completed');
  session.set('cmi.success_status', scaled >= PASSING ? 'passed' : 'failed');
  session.commit();
  byId('check').querySelectorAll('input, button').forEach((control) => { control.disabled = true; });
  byId('result').textContent = `${right} of ${STATEMENTS.length} right: ${scaled >= PASSING ? 'passed' : 'not passed'}.`;
}

const submit = document.createElement('button');
submit.type = 'submit';
submit.textContent = 'Submit';
byId('check').append(...STATEMENTS.map(field), submit);
byId('check').addEventListener('change', keepDraft);
byId('check').addEventListener('submit', (event) => {
  event.preventDefault();
  finish(draft());
});
window.addEventListener('pagehide', () => {
  session.finish(byId('result').textContent === '' ? 'suspend' : 'normal');
});
