'use strict';
const QUESTIONS = [
  {
    id: 'first-action',
    prompt: 'You discover a fire in the warehouse. What do you do first?',
    options: ['Raise the alarm', 'Fetch your belongings', 'Open all windows', 'Finish the pallet you are loading'],
    correct: 0,
  },
  {
    id: 'electrical-fire',
    prompt: 'Which extinguisher belongs on a burning electrical cabinet?',
    options: ['Water', 'Foam', 'Carbon dioxide', 'A wet blanket'],
    correct: 2,
  },
  {
    id: 'lift',
    prompt: 'The alarm sounds while you are on the third floor. How do you leave?',
    options: ['By the lift', 'By the nearest safe stairs', 'I wait at my desk', 'Through the goods hoist'],
    correct: 1,
  },
  {
    id: 'fire-door',
    prompt: 'A fire door is held open by a wedge. What is right?',
    options: ['Leave it, it saves time', 'Remove the wedge and report it', 'Use a heavier wedge', 'Lock the door'],
    correct: 1,
  },
  {
    id: 'assembly-point',
    prompt: 'You have reached the assembly point. What now?',
    options: ['Go home', 'Return for your coat', 'Report to the fire warden', 'Call a taxi'],
    correct: 2,
  },
];
const MASTERY = 80;
const byId = (id) => document.getElementById(id);

session.start();
let answers = (session.get('cmi.suspend_data') || '').split(',').filter((text) => text !== '').map(Number);
let asked = Date.now();

function show() {
  if (answers.length === QUESTIONS.length) {
    showResult();
    return;
  }
  const question = QUESTIONS[answers.length];
  byId('step').textContent = `Question ${answers.length + 1} of ${QUESTIONS.length}`;
  byId('prompt').textContent = question.prompt;
  byId('options').replaceChildren(...question.options.map(option));
  byId('next').textContent = answers.length + 1 === QUESTIONS.length ? 'Finish' : 'Next';
  asked = Date.now();
}

function option(text, index) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = 'answer';
  input.value = index;
  input.required = true;
  input.id = `option-${index}`;
  label.append(input, ` ${text}`);
  return label;
}

function answer(chosen) {
  const number = answers.length;
  const question = QUESTIONS[number];
  const letter = (index) => 'abcd'[index];
  const seconds = Math.round((Date.now() - asked) / 1000);
  session.set(`cmi.interactions.${number}.id`, question.id);
  session.set(`cmi.interactions.${number}.type`, 'choice');
  session.set(`cmi.interactions.${number}.correct_responses.0.pattern`, letter(question.correct));
  session.set(`cmi.interactions.${number}.student_response`, letter(chosen));
  session.set(`cmi.interactions.${number}.result`, chosen === question.correct ? 'correct' : 'wrong');
  session.set(`cmi.interactions.${number}.latency`, `00:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`);
  answers = [...answers, chosen];
  session.set('cmi.suspend_data', answers.join(','));
  session.set('cmi.core.lesson_location', String(answers.length));
  if (answers.length === QUESTIONS.length) {
    report();
  } else {
    session.set('cmi.core.lesson_status', 'incomplete');
  }
  session.commit();
  show();
}

function score() {
  const right = answers.filter((chosen, index) => chosen === QUESTIONS[index].correct).length;
  return Math.round((100 * right) / QUESTIONS.length);
}

function report() {
  session.set('cmi.core.score.min', '0');
  session.set('cmi.core.score.max', '100');
  session.set('cmi.core.score.raw', String(score()));
  session.set('cmi.core.lesson_status', score() >= MASTERY ? 'passed' : 'failed');
}

function showResult() {
  byId('question').hidden = true;
  byId('step').textContent = '';
  byId('verdict').textContent = score() >= MASTERY ? 'Passed' : 'Not passed yet';
  byId('summary').textContent = `Your score is ${score()} of 100; ${MASTERY} are needed.`;
  byId('review').replaceChildren(...QUESTIONS.map((question, index) => {
    const line = document.createElement('li');
    const right = answers[index] === question.correct;
    line.className = right ? 'right' : 'wrong';
    line.textContent = `${question.prompt} ${right ? 'Right' : 'Wrong'}: ${question.options[question.correct]}.`;
    return line;
  }));
  byId('result').hidden = false;
  byId('verdict').focus();
}

byId('question').addEventListener('submit', (event) => {
  event.preventDefault();
  answer(Number(new FormData(event.target).get('answer')));
});
window.addEventListener('pagehide', () => {
  session.finish(answers.length === QUESTIONS.length ? '' : 'suspend');
});
show();
