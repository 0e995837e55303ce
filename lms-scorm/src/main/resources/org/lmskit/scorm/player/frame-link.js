// Content on an origin of its own: the safe default for content that nobody vouches for, since on
// the host's origin it could read the host's pages, cookies and sessions. A page of the content's
// origin (frame.html) holds the content and its API; what it has to send goes to the player by
// postMessage. Nothing can be asked synchronously across origins, so Commit does not wait there and
// adl.nav.request_valid is unknown until the server has answered the last change.

import { Refusal } from './transport.js';

/** In frame.html: brings batches to the player around it, or behind it. */
export class FrameTransport {
  constructor(player, origin) {
    this.player = player;
    this.origin = origin;
    this.waiting = new Map();
    this.count = 0;
    this.onLeave = async () => {};
    window.addEventListener('message', (event) => this.receive(event));
  }

  /** The launch document, the table and where the content is. */
  launch() {
    return this.ask({ type: 'launch' });
  }

  /** Sends batches; the server's answer. */
  send(batches) {
    return this.ask({ type: 'send', batches });
  }

  /** Not possible across origins. */
  sendSync() {
    return null;
  }

  /** Sends batches while the frame goes; the player lives on and brings them. */
  beacon(batches) {
    this.post({ type: 'send', id: 0, batches });
  }

  /** Tells the player what happened. */
  tell(event, detail) {
    this.post({ type: 'event', event, detail });
  }

  ask(message) {
    return new Promise((resolve, reject) => {
      this.count++;
      this.waiting.set(this.count, { resolve, reject });
      this.post({ ...message, id: this.count });
    });
  }

  post(message) {
    this.player.postMessage({ lmskit: 1, ...message }, this.origin);
  }

  receive(event) {
    if (event.source !== this.player || event.origin !== this.origin || !event.data || event.data.lmskit !== 1) {
      return;
    }
    if (event.data.type === 'leave') {
      this.onLeave().then(() => this.post({ type: 'left' }));
      return;
    }
    const asked = this.waiting.get(event.data.id);
    if (asked === undefined) {
      return;
    }
    this.waiting.delete(event.data.id);
    if (event.data.refused === undefined) {
      asked.resolve(event.data.answer);
    } else if (event.data.refused.status === 0) {
      asked.reject(new Error('off-line'));
    } else {
      asked.reject(new Refusal(event.data.refused.status, event.data.refused.reason));
    }
  }
}

/**
 * In the player: answers one window of one origin, and nobody else.
 *
 * @param where says the window that holds frame.html: that of a frame, or one of its own
 * @param origin of the content
 * @param transport brings batches to the server
 * @param launched answers with {launched, table, href}
 * @param onEvent told of the adapter's events there: (event, detail)
 * @returns stop() ends it; leave() asks for the content to be taken away and what is left to be sent, and
 *     resolves when that is done; isHeard() says whether anything came; whenCommitsSettled() resolves when
 *     what came is answered
 */
export function serveContent(where, origin, transport, launched, onEvent) {
  let left = () => {};
  let isHeard = false;
  let answered = Promise.resolve();
  const receive = async (event) => {
    if (event.source !== where() || event.origin !== origin || !event.data || event.data.lmskit !== 1) {
      return;
    }
    isHeard = true;
    const { type, id, batches } = event.data;
    if (type === 'left') {
      left();
      return;
    }
    if (type === 'event') {
      onEvent(event.data.event, event.data.detail);
      return;
    }
    const answering = answer(() => (type === 'launch' ? launched() : transport.send(batches)));
    answered = Promise.all([answered, answering]);
    const reply = await answering;
    where() && where().postMessage({ lmskit: 1, id, ...reply }, origin);
  };
  window.addEventListener('message', receive);
  return {
    stop: () => window.removeEventListener('message', receive),
    leave: () => new Promise((resolve) => {
      left = resolve;
      if (!where() || where().closed) {
        resolve();
      } else {
        where().postMessage({ lmskit: 1, type: 'leave' }, origin);
      }
    }),
    isHeard: () => isHeard,
    whenCommitsSettled: () => answered,
  };
}

async function answer(work) {
  try {
    return { answer: await work() };
  } catch (error) {
    return { refused: { status: error.status || 0, reason: error.reason || '' } };
  }
}
