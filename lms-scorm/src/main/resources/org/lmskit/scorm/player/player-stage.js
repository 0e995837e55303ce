// Where content is shown: a frame, or a window of its own.

import { emptied } from './leaving.js';
import { el } from './player-view.js';

const SLOW = 20000;
const WINDOW_POLL = 200;

/** The place of the content. */
export class Stage {
  /**
   * @param root the element that holds a frame
   * @param listener told of: slow(isSlow), broken(), wantsToClose(), windowClosed()
   */
  constructor(root, listener) {
    this.root = root;
    this.listener = listener;
    this.frame = null;
    this.window = null;
    this.isInWindow = false;
    this.timers = [];
    this.resized = null;
    // content closes the window above it, too: that would take the player away from the learner
    window.close = () => listener.wantsToClose();
  }

  /** Shows an address in a frame; returns the frame. */
  openFrame(content, href, title) {
    const frame = el('iframe', { class: 'content', title, src: href, allow: 'fullscreen; autoplay; encrypted-media', allowfullscreen: true });
    const slow = setTimeout(() => this.listener.slow(true), SLOW);
    this.timers.push(slow);
    frame.addEventListener('load', () => {
      clearTimeout(slow);
      this.listener.slow(false);
      this.watch(frame);
    });
    this.frame = frame;
    this.root.replaceChildren(frame);
    this.resized = new ResizeObserver(() => this.fit(frame, content));
    this.resized.observe(this.root);
    this.fit(frame, content);
    return frame;
  }

  /** Content that is wider than the room that there is becomes smaller as a whole: it is not cut. */
  fit(frame, { width, height }) {
    const room = this.root.clientWidth;
    const scale = width > 0 && room > 0 ? Math.min(1, room / width) : 1;
    if (scale === 1) {
      frame.style.cssText = `${width > 0 ? `max-width:${width}px;` : ''}${height > 0 ? `min-height:${height}px` : ''}`;
      return;
    }
    const tall = Math.max(height, this.root.clientHeight / scale);
    // a transformed box keeps its room: the margins give back what it no longer fills
    frame.style.cssText = `flex:none;width:${width}px;height:${tall}px;min-height:0;transform:scale(${scale});transform-origin:0 0;`
      + `margin:0 ${width * (scale - 1)}px ${tall * (scale - 1)}px 0`;
  }

  /** Errors that the content did not catch, and its wish to close. */
  watch(frame) {
    try {
      frame.contentWindow.addEventListener('error', () => this.listener.broken());
      frame.contentWindow.close = () => this.listener.wantsToClose();
    } catch (otherOrigin) {
      // a frame of another origin keeps its errors to itself
    }
  }

  /** Brings the window of the content to the front; whether there is one. */
  focusWindow() {
    if (!this.isInWindow || this.window.closed) {
      return false;
    }
    this.window.focus();
    return true;
  }

  /** Opens an address in a window of its own, that of the content before if it is there; null if the browser refuses because the learner did not ask for it. */
  openWindow(content, href) {
    const size = content.width > 0 && content.height > 0 ? `,width=${content.width},height=${content.height}` : '';
    const isLoaded = this.isAt(href);
    this.window = window.open(href, 'lmskit-content', `popup,resizable=yes,scrollbars=yes${size}`);
    this.isInWindow = this.window !== null;
    if (isLoaded) {
      this.window.location.reload(); // for another fragment a page is not loaded again
    }
    if (this.isInWindow) {
      this.timers.push(setInterval(() => this.checkWindow(), WINDOW_POLL));
    }
    return this.window;
  }

  /** Whether the window shows the page of an address, whatever its fragment. */
  isAt(href) {
    try {
      return this.window !== null && !this.window.closed && withoutFragment(this.window.location.href) === withoutFragment(href);
    } catch (otherOrigin) {
      return false;
    }
  }

  checkWindow() {
    if (this.window !== null && this.window.closed) {
      this.window = null;
      this.isInWindow = false;
      this.stopTimers();
      this.listener.windowClosed();
    }
  }

  /** Takes the content away; resolves when its page had the time to notice. */
  async leave() {
    this.closeWindow();
    if (this.frame !== null) {
      await emptied(this.frame);
    }
  }

  closeWindow() {
    if (this.window !== null) {
      this.window.close();
      this.window = null;
      this.isInWindow = false;
    }
  }

  /** Empties the place; a window stays for what comes next. */
  clear() {
    this.stopTimers();
    this.resized && this.resized.disconnect();
    this.resized = null;
    this.isInWindow = false;
    this.frame = null;
    this.root.replaceChildren();
  }

  stopTimers() {
    this.timers.forEach((timer) => {
      clearTimeout(timer);
      clearInterval(timer);
    });
    this.timers = [];
  }
}

function withoutFragment(href) {
  return new URL(href, window.location.href).href.split('#')[0];
}

/** The status with which a file answers; 0 if nobody does. */
export async function statusOf(href) {
  try {
    return (await fetch(href, { method: 'HEAD', credentials: 'same-origin' })).status;
  } catch (offline) {
    return 0;
  }
}
