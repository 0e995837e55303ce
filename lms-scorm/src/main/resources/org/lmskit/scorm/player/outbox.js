// Numbers batches of calls and brings them to the server in order, each until it is confirmed.

import { HttpTransport, Refusal } from './transport.js';

const KEEPALIVE_BUDGET = 60 * 1024;
const MAX_BATCH_CALLS = 200;
const FIRST_RETRY = 500;
const LAST_RETRY = 30000;

/** The calls of one launch on their way to the server. */
export class Outbox {
  /**
   * @param launchId whose calls these are
   * @param sequence the last number that the server has
   * @param transport how batches travel
   * @param journal where they are kept meanwhile
   * @param listener told of: confirmed(reply), failed({reason, willRetry, status}), settled(); asked
   *     for takeLog(), what was logged since the last batch
   */
  constructor(launchId, sequence, transport, journal, listener) {
    this.launchId = launchId;
    this.next = sequence + 1;
    this.transport = transport;
    this.journal = journal;
    this.listener = listener;
    this.tail = [];
    this.queue = [];
    this.sending = null;
    this.retryAfter = FIRST_RETRY;
    this.wake = null;
    this.timer = null;
    this.isDead = false;
  }

  get isEmpty() {
    return this.tail.length === 0 && this.queue.length === 0;
  }

  /** Takes a call; it is in the journal when this returns. */
  add(call, replacesLast) {
    if (replacesLast && this.tail.length > 0) {
      this.tail.pop();
    }
    this.tail.push(call);
    if (!this.journal.keepCall(this.next, this.tail.length - 1, call)) {
      this.listener.failed({ reason: 'STORAGE_FULL', willRetry: true, status: 0 });
    }
    if (this.tail.length >= MAX_BATCH_CALLS) {
      this.flush();
    }
  }

  /** The call that would go next, if it has no number yet. */
  get last() {
    return this.tail[this.tail.length - 1];
  }

  /** Sends within this many milliseconds. */
  flushSoon(millis) {
    this.timer = this.timer || setTimeout(() => this.flush(), millis);
  }

  /** Sends all there is; resolves when it is confirmed or cannot be. */
  flush() {
    clearTimeout(this.timer);
    this.timer = null;
    this.sending = this.sending || this.work().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  async work() {
    while (!this.isDead && !this.isEmpty) {
      this.freeze();
      const batch = this.queue[0];
      try {
        const reply = await this.transport.send([this.addressed(batch)]);
        this.retryAfter = FIRST_RETRY;
        this.confirm(batch, reply);
      } catch (error) {
        await this.recover(error);
      }
    }
  }

  async recover(error) {
    if (error instanceof Refusal && !error.isTemporary) {
      this.die(error);
      return;
    }
    const status = error instanceof Refusal ? error.status : 0;
    this.listener.failed({ reason: status === 0 ? 'OFFLINE' : 'SERVER', willRetry: true, status });
    await this.pause();
    this.retryAfter = Math.min(this.retryAfter * 2, LAST_RETRY);
  }

  pause() {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.retryAfter);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Tries again at once: the network is back. */
  retryNow() {
    this.retryAfter = FIRST_RETRY;
    if (this.wake) {
      this.wake();
    }
  }

  /** Sends all there is before it returns; whether the server has everything now. */
  flushSync() {
    this.freeze();
    while (!this.isDead && this.queue.length > 0) {
      const batch = this.queue[0];
      let reply = null;
      try {
        reply = this.transport.sendSync([this.addressed(batch)]);
      } catch (error) {
        if (!error.isTemporary) {
          this.die(error);
        }
      }
      if (reply === null) {
        this.flush();
        return false;
      }
      this.confirm(batch, reply);
    }
    return this.isEmpty;
  }

  /** The page goes: what fits into the keepalive budget is sent, the rest waits in the journal. */
  lastChance() {
    this.freeze();
    const fitting = [];
    for (const batch of this.queue) {
      const { log, ...small } = this.addressed(batch);
      if (HttpTransport.size([...fitting, small]) > KEEPALIVE_BUDGET) {
        break;
      }
      fitting.push(small);
    }
    if (fitting.length > 0 && !this.isDead) {
      this.transport.beacon(fitting);
    }
  }

  freeze() {
    if (this.tail.length === 0) {
      return;
    }
    const batch = { sequence: this.next++, calls: this.tail };
    const log = this.listener.takeLog();
    if (log.length > 0) {
      batch.log = log;
    }
    this.tail = [];
    this.queue.push(batch);
    this.journal.keepBatch(batch).then(() => {
      if (!this.queue.includes(batch)) {
        this.journal.forget(this.launchId, batch.sequence);
      }
    });
  }

  addressed(batch) {
    return { launchId: this.launchId, ...batch };
  }

  confirm(batch, reply) {
    const at = this.queue.indexOf(batch);
    if (at < 0) {
      return;
    }
    this.queue.splice(at, 1);
    this.journal.forget(this.launchId, batch.sequence);
    this.listener.confirmed(reply, batch);
    if (this.isEmpty) {
      this.listener.settled();
    }
  }

  die(refusal) {
    this.isDead = true;
    this.listener.failed({ reason: refusal.reason || 'REFUSED', willRetry: false, status: refusal.status });
    this.listener.settled();
  }
}
