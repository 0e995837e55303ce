// How content is taken away.

const GONE = 10000;

/** Takes the page out of a frame; resolves when it is gone, and so has said its last. */
export function emptied(frame) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, GONE);
    frame.addEventListener('load', () => {
      if (isBlank(frame)) {
        clearTimeout(timer);
        resolve();
      }
    });
    frame.src = 'about:blank';
  });
}

function isBlank(frame) {
  try {
    return frame.contentWindow.location.href === 'about:blank';
  } catch (otherOrigin) {
    return false;
  }
}
