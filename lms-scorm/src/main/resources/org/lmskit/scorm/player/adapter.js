// The SCORM API that content finds: answers at once from the data model table, and brings what the
// content said to the server in order. Events: initialised, valueset, committed, terminated, failed,
// navigation, settled; each a CustomEvent with a detail.

import { CmiModel } from './cmi.js';
import { journalFor } from './journal.js';
import { Outbox } from './outbox.js';

const LOG_SIZE = 1000;
const LOGGED_LENGTH = 200;
const EVENTS = { initialize: 'initialised', set: 'valueset', commit: 'committed', terminate: 'terminated' };

/** The adapter of one launch. */
export class Adapter extends EventTarget {
  /**
   * @param launched the launch document
   * @param table the JSON of the version's data model table
   * @param transport an HttpTransport or a FrameTransport
   * @param options log: true keeps the last 1,000 calls and sends them along; journal: another journal
   */
  constructor(launched, table, transport, options = {}) {
    super();
    this.table = table;
    this.switches = launched.launch.switches;
    this.valid = launched.requestValid || {};
    this.isStale = false;
    this.isDismissed = false;
    this.isLeaving = false;
    this.hasBegun = false;
    this.log = options.log || launched.log ? [] : null;
    this.unsentLog = [];
    this.model = new CmiModel(table, launched.launch, launched.state, (request, target) => this.isValid(request, target));
    const journal = options.journal || journalFor(launched.attempt, launched.launchId);
    this.outbox = new Outbox(launched.launchId, launched.sequence, transport, journal, {
      confirmed: (reply, batch) => this.confirmed(reply, batch),
      failed: (failure) => this.emit('failed', failure),
      settled: () => this.emit('settled', {}),
      takeLog: () => this.unsentLog.splice(0),
    });
    this.api = this.apiObject();
    this.listen();
  }

  /** Puts the API where content looks for it. */
  install(where = window) {
    where[this.table.api] = this.api;
  }

  /** Takes the API away again, before the next activity. */
  uninstall(where = window) {
    if (where[this.table.api] === this.api) {
      delete where[this.table.api];
    }
    this.stop();
  }

  apiObject() {
    const api = { version: '1.0' };
    for (const name of Object.keys(this.table.calls)) {
      api[name] = (...args) => this.call(name, args);
    }
    return Object.freeze(api);
  }

  /** A call of the content. Never throws. */
  call(name, args) {
    const texts = args.map((arg) => (arg === undefined || arg === null ? '' : String(arg)));
    const what = this.table.calls[name];
    if (what === 'commit' && this.outbox.isDead && this.model.isRunning) {
      return this.answered(name, texts, this.model.refused('false', this.model.code('commit.failed'), name));
    }
    const asksErrors = what === 'lastError' || what === 'errorString' || what === 'diagnostic';
    const result = this.model.call(name, ...texts);
    if (!asksErrors && this.model.error === 0 && EVENTS[what]) {
      this.accepted(what, [name, ...texts]);
    }
    return this.answered(name, texts, result);
  }

  answered(name, args, result) {
    if (this.log !== null) {
      const short = (text) => (text.length > LOGGED_LENGTH ? `${text.substring(0, LOGGED_LENGTH)}…` : text);
      const entry = { at: Date.now(), name, args: args.map(short), result: short(result), error: this.model.error };
      keep(this.log, entry);
      keep(this.unsentLog, [entry.at, name, entry.args, entry.result, entry.error]);
    }
    return result;
  }

  accepted(what, call) {
    this.isStale = true;
    if (!this.hasBegun) {
      // the server lets go of an earlier session only now, so that the journal could be replayed
      this.hasBegun = true;
      this.outbox.add(['begin'], false);
    }
    // the learner's request beats what content asks for while it is taken away
    const isLast = what === 'terminate' && this.isLeaving;
    this.outbox.add(isLast ? ['leaving', ...call] : call, this.replacesLast(what, call));
    if (this.isDismissed) {
      this.outbox.lastChance();
    } else if (what === 'set' || what === 'initialize') {
      this.outbox.flushSoon(this.switches.coalesceMillis);
    } else {
      this.bring(what);
    }
    this.emit(EVENTS[what], { element: what === 'set' ? call[1] : '', value: what === 'set' ? call[2] : '' });
  }

  /** Commit and Terminate go at once, and wait for the server where the package asks for it. */
  bring(what) {
    const waits = this.switches[what === 'terminate' ? 'finishCausesCommit' : 'commitWaits'] !== 0;
    if (waits) {
      this.outbox.flushSync();
    } else {
      this.outbox.flush();
    }
  }

  /** A value that is set again before it went out needs to travel once only. */
  replacesLast(what, call) {
    const last = this.outbox.last;
    if (what !== 'set' || last === undefined || last[0] !== call[0] || last[1] !== call[1]) {
      return false;
    }
    const row = (this.model.table.find(call[1]) || {}).row;
    return row !== undefined && !row.append && row.type.startsWith('suspend');
  }

  confirmed(reply, batch) {
    if (this.outbox.isEmpty) {
      this.valid = reply.requestValid || {};
      this.isStale = false;
    }
    this.emit('confirmed', { sequence: batch.sequence });
    if (reply.player) {
      this.emit('update', reply.player);
    }
    if (reply.navigation) {
      this.emit('navigation', reply.navigation);
    }
  }

  /** adl.nav.request_valid: from the last answer, asked anew when something was set since. */
  isValid(request, target) {
    if (this.isStale && !this.isDismissed) {
      this.outbox.flushSync();
    }
    if (this.isStale) {
      return 'unknown';
    }
    const known = this.valid[request];
    const answer = target === '' || known === undefined || known === null ? known : known[target];
    return typeof answer === 'string' ? answer : 'unknown';
  }

  /** Resolves when the server has all that the content said, or cannot get it: {settled, unsent}. */
  async whenCommitsSettled() {
    await this.outbox.flush();
    return { settled: this.outbox.isEmpty, unsent: this.outbox.queue.length + (this.outbox.tail.length > 0 ? 1 : 0) };
  }

  listen() {
    this.onHide = () => {
      this.isDismissed = true;
      this.outbox.lastChance();
    };
    this.onShow = () => {
      this.isDismissed = false;
      this.outbox.flush();
    };
    this.onOnline = () => this.outbox.retryNow();
    window.addEventListener('pagehide', this.onHide);
    window.addEventListener('pageshow', this.onShow);
    window.addEventListener('online', this.onOnline);
  }

  stop() {
    window.removeEventListener('pagehide', this.onHide);
    window.removeEventListener('pageshow', this.onShow);
    window.removeEventListener('online', this.onOnline);
  }

  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function keep(log, entry) {
  log.push(entry);
  log.length > LOG_SIZE && log.shift();
}

/**
 * Brings what earlier pages of this attempt could not send, by number; resolves to the launch
 * document as it is afterwards.
 */
export async function openLaunch(transport, journalOf = journalFor) {
  let launched = await transport.launch();
  const journal = journalOf(launched.attempt, launched.launchId);
  const batches = await journal.unsent();
  let replayed = false;
  const refused = [];
  for (const batch of batches) {
    const isKnown = batch.launchId === launched.launchId && batch.sequence <= launched.sequence;
    if (!isKnown) {
      replayed = (await replay(transport, batch, refused)) || replayed;
    }
    await journal.forget(batch.launchId, batch.sequence);
  }
  launched = replayed ? await transport.launch() : launched;
  return { ...launched, refused };
}

async function replay(transport, batch, refused) {
  try {
    await transport.send([batch]);
    return true;
  } catch (error) {
    if (error.isTemporary !== false) {
      throw error;
    }
    refused.push({ launchId: batch.launchId, sequence: batch.sequence, reason: error.reason });
    return false;
  }
}

/** Finds an API above or behind a window, as content does: parents first, then the opener. */
export function findApi(start, name) {
  for (let at = start, hops = 0; hops < 500; at = at.parent, hops++) {
    const api = apiOf(at, name);
    if (api) {
      return api;
    }
    if (at.parent === at) {
      break;
    }
  }
  return start.top.opener ? findApi(start.top.opener, name) : null;
}

function apiOf(candidate, name) {
  try {
    return candidate[name];
  } catch (otherOrigin) {
    return undefined;
  }
}
