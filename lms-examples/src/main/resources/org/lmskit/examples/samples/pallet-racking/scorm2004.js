'use strict';
// A small SCORM 2004 session: finds the API as the standard says, and keeps time.
const session = (() => {
  const findIn = (start) => {
    let win = start;
    for (let depth = 0; win && depth < 10; depth++) {
      if (win.API_1484_11) return win.API_1484_11;
      if (win.parent === win) return null;
      win = win.parent;
    }
    return null;
  };
  const api = findIn(window) || (window.opener && findIn(window.opener));
  const started = Date.now();
  let open = false;

  return {
    start() {
      open = api !== null && api.Initialize('') === 'true';
      return open;
    },
    get: (element) => (open ? api.GetValue(element) : ''),
    set: (element, value) => open && api.SetValue(element, String(value)),
    commit: () => open && api.Commit(''),
    finish(exit, navigation) {
      if (!open) return;
      api.SetValue('cmi.session_time', `PT${Math.round((Date.now() - started) / 1000)}S`);
      api.SetValue('cmi.exit', exit);
      if (navigation) api.SetValue('adl.nav.request', navigation);
      open = false;
      api.Terminate('');
    },
  };
})();
