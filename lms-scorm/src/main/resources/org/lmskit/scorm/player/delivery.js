// One activity's content while it is there: its page, and who answers its API. Content of this origin finds
// the adapter above it; content of another origin brings its own, in frame.html, which reports from there.

import { Adapter } from './adapter.js';
import { serveContent } from './frame-link.js';
import { statusOf } from './player-stage.js';

const POLL = 50;
const LEAVE = 30000;

let deliveries = 0;

/** The content of a launch document. */
export class Delivery {
  /**
   * @param launched the launch document
   * @param table the JSON of the version's data model table
   * @param transport an HttpTransport
   * @param handlers told of the adapter's events, by their names
   * @param options log: keeps the calls of the content
   */
  constructor(launched, table, transport, handlers, options) {
    this.launched = launched;
    this.content = launched.player.content;
    this.table = table;
    this.transport = transport;
    this.handlers = handlers;
    this.origin = new URL(this.content.href, window.location.href).origin;
    this.isForeign = this.origin !== window.location.origin;
    this.number = ++deliveries;
    this.foreign = null;
    this.adapter = this.isForeign ? null : new Adapter(launched, table, transport, options);
    if (this.adapter !== null) {
      Object.entries(handlers).forEach(([name, then]) => this.adapter.addEventListener(name, (event) => then(event.detail)));
      this.adapter.install(window);
    }
  }

  /** The status with which the file is refused; 0 if it is there, or nobody may ask. */
  async refusal() {
    const status = this.isForeign ? 0 : await statusOf(this.content.href);
    return status >= 400 && status !== 405 ? status : 0;
  }

  /** What is shown: content itself, or the frame.html of its origin, told whose player this is. */
  get page() {
    if (!this.isForeign) {
      return this.content.href;
    }
    const page = new URL(this.content.frame || 'player/frame.html', this.origin);
    // a window that shows the page already would not load it again for the next content
    page.searchParams.set('delivery', this.number);
    page.hash = encodeURIComponent(window.location.origin);
    return page.href;
  }

  /** The page is in this window, as where() says. */
  isIn(where) {
    if (this.isForeign) {
      this.stopServing();
      this.foreign = serveContent(where, this.origin, this.transport,
        async () => ({ launched: await this.transport.launch(), table: this.table, href: this.content.href, title: this.content.title || '' }),
        (name, detail) => this.handlers[name] && this.handlers[name](detail || {}));
    }
  }

  /** Whether a window that cannot reach this page would have been heard. */
  get isCutOff() {
    return this.foreign !== null && !this.foreign.isHeard();
  }

  /** From now on the content is taken away; resolves when content of another origin is. */
  async leave() {
    if (this.adapter !== null) {
      this.adapter.isLeaving = true;
    }
    if (this.foreign !== null) {
      await Promise.race([this.foreign.leave(), pause(LEAVE)]);
    }
  }

  /** Resolves when the content has ended, or its package's patience has. */
  async ended() {
    const patience = this.launched.launch.switches.waitForTerminate;
    for (let waited = 0; this.adapter !== null && this.adapter.model.isRunning && waited < patience; waited += POLL) {
      await pause(POLL);
    }
  }

  /** Resolves when the server has what the content said, or cannot get it. */
  async whenCommitsSettled() {
    const heard = this.adapter || this.foreign;
    await (heard && heard.whenCommitsSettled());
  }

  retryNow() {
    this.adapter && this.adapter.outbox.retryNow();
  }

  /** Nobody answers any more. */
  stop() {
    this.stopServing();
    this.adapter && this.adapter.uninstall();
  }

  stopServing() {
    this.foreign && this.foreign.stop();
    this.foreign = null;
  }
}

function pause(millis) {
  return new Promise((resolve) => {
    setTimeout(resolve, millis);
  });
}
