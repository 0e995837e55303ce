// Behaves as page tools of the eXeLearning kind do in SCORM 1.2: every page is a SCO of its own, which has no navigation but
// the LMS's, is completed by being looked at, and says all it has to say while it is taken away.
let api = null;
let begun = 0;
let isOver = false;
let raw = null;

function load() {
  let win = window;
  for (let tries = 0; !win.API && win.parent && win.parent !== win && tries < 10; tries++) win = win.parent;
  api = win.API;
  api.LMSInitialize('');
  begun = Date.now();
  if (api.LMSGetValue('cmi.core.lesson_status') === 'not attempted') api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
  window.course = {
    position: () => document.title + '/' + api.LMSGetValue('cmi.core.lesson_status') + '/' + api.LMSGetValue('cmi.suspend_data'),
    note: (text) => api.LMSSetValue('cmi.suspend_data', text),
    quiz(points) {
      raw = points;
      api.LMSSetValue('cmi.core.score.raw', String(points));
      api.LMSSetValue('cmi.core.score.min', '0');
      api.LMSSetValue('cmi.core.score.max', '100');
    },
  };
}

function leave() {
  if (isOver) return;
  isOver = true;
  const seconds = Math.round((Date.now() - begun) / 1000);
  api.LMSSetValue('cmi.core.session_time', '0000:00:' + String(seconds % 60).padStart(2, '0') + '.0');
  if (raw === null) api.LMSSetValue('cmi.core.lesson_status', 'completed');
  else api.LMSSetValue('cmi.core.lesson_status', raw >= 50 ? 'passed' : 'failed');
  api.LMSSetValue('cmi.core.exit', '');
  api.LMSCommit('');
  api.LMSFinish('');
}
