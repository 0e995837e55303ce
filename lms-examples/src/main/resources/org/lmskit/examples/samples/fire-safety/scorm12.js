'use strict';
// A small SCORM 1.2 session: finds the API as the standard says, and keeps time.
const session = (() => {
  const findIn = (start) => {
    let win = start;
    for (let depth = 0; win && depth < 10; depth++) {
      if (win.API) return win.API;
      if (win.parent === win) return null;
      win = win.parent;
    }
    return null;
  };
  const api = findIn(window) || (window.opener && findIn(window.opener));
  const started = Date.now();
  let open = false;

  const two = (number) => String(number).padStart(2, '0');
  const timespan = (millis) => {
    const seconds = Math.round(millis / 1000);
    return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  };

  return {
    start() {
      open = api !== null && api.LMSInitialize('') === 'true';
      return open;
    },
    get: (element) => (open ? api.LMSGetValue(element) : ''),
    set: (element, value) => open && api.LMSSetValue(element, String(value)),
    commit: () => open && api.LMSCommit(''),
    finish(exit) {
      if (!open) return;
      api.LMSSetValue('cmi.core.session_time', timespan(Date.now() - started));
      api.LMSSetValue('cmi.core.exit', exit);
      api.LMSFinish('');
      open = false;
    },
  };
})();
