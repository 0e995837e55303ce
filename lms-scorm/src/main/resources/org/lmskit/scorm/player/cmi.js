// The SCORM API of one launch, answered from the data model table. Same rules as RuntimeEngine,
// ValueReader, ValueWriter and Session in Java; the vectors run against both.

import { Table, kindOf, setAt } from './cmi-table.js';
import { Values } from './cmi-values.js';
import { Types, compareDecimals } from './cmi-types.js';
import { addTimes } from './cmi-time.js';

const NOT_INITIALIZED = 0;
const RUNNING = 1;
const TERMINATED = 2;

/** The run-time data of one launch and the calls on it. */
export class CmiModel {
  /**
   * @param table the JSON of cmi-1.2.json or cmi-2004.json
   * @param launch the launch data of the launch document
   * @param state the run-time state of the launch document; taken over
   * @param requestValid answers adl.nav.request_valid: (request, target) => string
   */
  constructor(table, launch, state, requestValid) {
    this.table = new Table(table, launch.edition);
    this.launch = launch;
    this.types = new Types(table, launch.switches);
    this.is12 = launch.version === '1.2';
    this.phase = state.p || NOT_INITIALIZED;
    this.error = state.er || 0;
    this.about = state.di || '';
    this.values = new Values(this.table, this.types, launch, state.d, state.en || 0, requestValid);
    this.recorded = state.re;
  }

  get isRunning() {
    return this.phase === RUNNING;
  }

  get isTerminated() {
    return this.phase === TERMINATED;
  }

  /** Makes a call by its name in the API; returns what the content gets. */
  call(name, ...args) {
    const what = this.table.json.calls[name];
    if ((this.table.json.argumentFirst || []).includes(what) && !isBlank(args)) {
      return this.refused('false', this.code('argument'), name);
    }
    switch (what) {
      case 'initialize': return this.initialize(name, args);
      case 'terminate': return this.terminate(name, args);
      case 'commit': return this.simple('commit', name, args);
      case 'get': return this.get(args);
      case 'set': return this.set(args);
      case 'lastError': return String(this.error);
      case 'errorString': return this.textOf(args.length > 0 ? args[0] : '');
      case 'diagnostic': return this.diagnostic(args.length > 0 ? args[0] : '');
      default: return this.refused('false', this.code('argument'), `no method ${name}`);
    }
  }

  initialize(name, args) {
    if (this.phase === RUNNING) {
      return this.types.on('repeatedInitialize')
        ? this.done('true')
        : this.refused('false', this.code('initialize.running'), name);
    }
    if (this.phase === TERMINATED && !this.types.on('continueAfterTerminate')) {
      return this.refused('false', this.code('initialize.terminated'), name);
    }
    if (!isBlank(args)) {
      return this.refused('false', this.code('argument'), name);
    }
    if (this.phase === TERMINATED) {
      this.relaunch();
    }
    this.phase = RUNNING;
    return this.done('true');
  }

  /** A continuation finds what was kept; entry says how the last session ended. */
  relaunch() {
    const suspended = this.values.data.x === 'suspend';
    this.values.entry = suspended ? 1 : this.is12 ? 2 : 0;
    if (!suspended && !this.types.on('keepDataAfterExit')) {
      this.values.data = kept(this.values.data);
    }
    this.dropSession();
    if (this.launch.values.mode && this.launch.values.mode !== 'normal') {
      this.recorded = structuredClone(this.values.data);
    }
  }

  terminate(name, args) {
    const answer = this.simple('terminate', name, args);
    if (answer === 'true') {
      this.end();
      this.phase = TERMINATED;
    }
    return answer;
  }

  /** What is left when content ends: see Session.end in Java. */
  end() {
    if (this.is12) {
      this.decideStatus();
    }
    if (this.values.data.st !== undefined) {
      this.values.data.tt = addTimes(this.values.data.tt, this.values.data.st, this.is12);
    }
    const exit = this.values.data.x;
    this.dropSession();
    if (this.recorded !== undefined) {
      this.restoreRecorded();
    }
    setAt(this.values.data, [], 'x', exit);
  }

  decideStatus() {
    const mastery = this.launch.values.masteryScore;
    const raw = this.values.data.sr;
    const isSet = this.values.data.s !== undefined;
    const decides = mastery && raw && this.launch.values.credit !== 'no-credit';
    if (decides && (!isSet || this.types.on('masteryScoreOverridesStatus'))) {
      this.values.data.s = compareDecimals(raw, mastery) >= 0 ? 'passed' : 'failed';
    } else if (!isSet && this.types.on('finishCompletes')) {
      this.values.data.s = 'completed';
    }
  }

  dropSession() {
    this.table.rows.filter((row) => row.session).forEach((row) => delete this.values.data[row.key]);
  }

  restoreRecorded() {
    for (const row of this.table.rows.filter((candidate) => candidate.recorded)) {
      const key = kindOf(row) === 'list' ? `@${row.key}` : row.key;
      setAt(this.values.data, [], key, this.recorded[key]);
    }
    this.recorded = undefined;
  }

  simple(call, name, args) {
    const refusal = this.refusal(call, isBlank(args));
    return refusal === '' ? this.done('true') : this.refused('false', this.code(refusal), name);
  }

  get(args) {
    const refusal = this.refusal('get', args.length === 1);
    const name = args.length > 0 ? args[0] : '';
    if (refusal !== '') {
      return this.refused('', this.code(refusal), name);
    }
    const [value, situation] = this.values.read(name);
    return situation === '' ? this.done(value) : this.refused('', this.code(situation), name);
  }

  set(args) {
    const refusal = this.refusal('set', args.length === 2);
    const name = args.length > 0 ? args[0] : '';
    const situation = refusal === '' ? this.values.write(name, args[1]) : refusal;
    return situation === '' ? this.done('true') : this.refused('false', this.code(situation), name);
  }

  refusal(call, fits) {
    if (this.phase !== RUNNING) {
      return call + (this.phase === TERMINATED ? '.after' : '.before');
    }
    return fits ? '' : 'argument';
  }

  code(situation) {
    return this.table.json.codes[situation];
  }

  errorText(code) {
    return this.table.json.errors[code] || '';
  }

  textOf(code) {
    return /^(0|[1-9][0-9]{2})$/.test(code) ? this.errorText(code) : '';
  }

  diagnostic(code) {
    if (code !== '' && code !== String(this.error)) {
      return this.textOf(code);
    }
    const text = this.errorText(this.error);
    return this.about === '' ? text : `${text}: ${this.about}`;
  }

  done(result) {
    this.error = 0;
    this.about = '';
    return result;
  }

  refused(result, error, about) {
    this.error = error;
    this.about = about.substring(0, 200);
    return result;
  }
}

/** What the launch brought and a new session finds again. */
function kept(data) {
  const next = {};
  ['@cm', '@ad'].forEach((key) => setAt(next, [], key, data[key]));
  return next;
}

function isBlank(args) {
  return args.length === 1 && args[0] === '';
}
