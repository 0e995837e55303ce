// The SCORM API of one launch, answered from the data model table. Same rules as RuntimeEngine,
// ValueReader, ValueWriter and Session in Java; the vectors run against both.

import { Table, childrenOf, kindOf, recordAt, setAt } from './cmi-table.js';
import { Types, compareDecimals } from './cmi-types.js';
import { addTimes } from './cmi-time.js';

const NOT_INITIALIZED = 0;
const RUNNING = 1;
const TERMINATED = 2;
const ENTRIES = ['ab-initio', 'resume', ''];

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
    this.requestValid = requestValid || (() => 'unknown');
    this.phase = state.p || NOT_INITIALIZED;
    this.entry = state.en || 0;
    this.error = state.er || 0;
    this.about = state.di || '';
    this.data = state.d;
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
    const suspended = this.data.x === 'suspend';
    this.entry = suspended ? 1 : this.is12 ? 2 : 0;
    if (!suspended && !this.types.on('keepDataAfterExit')) {
      this.data = kept(this.data);
    }
    this.dropSession();
    if (this.launch.values.mode && this.launch.values.mode !== 'normal') {
      this.recorded = structuredClone(this.data);
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
    if (this.data.st !== undefined) {
      this.data.tt = addTimes(this.data.tt, this.data.st, this.is12);
    }
    const exit = this.data.x;
    this.dropSession();
    if (this.recorded !== undefined) {
      this.restoreRecorded();
    }
    setAt(this.data, [], 'x', exit);
  }

  decideStatus() {
    const mastery = this.launch.values.masteryScore;
    const raw = this.data.sr;
    const isSet = this.data.s !== undefined;
    const decides = mastery && raw && this.launch.values.credit !== 'no-credit';
    if (decides && (!isSet || this.types.on('masteryScoreOverridesStatus'))) {
      this.data.s = compareDecimals(raw, mastery) >= 0 ? 'passed' : 'failed';
    } else if (!isSet && this.types.on('finishCompletes')) {
      this.data.s = 'completed';
    }
  }

  dropSession() {
    this.table.rows.filter((row) => row.session).forEach((row) => delete this.data[row.key]);
  }

  restoreRecorded() {
    for (const row of this.table.rows.filter((candidate) => candidate.recorded)) {
      const key = kindOf(row) === 'list' ? `@${row.key}` : row.key;
      setAt(this.data, [], key, this.recorded[key]);
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
    const [value, situation] = this.read(name);
    return situation === '' ? this.done(value) : this.refused('', this.code(situation), name);
  }

  /** A value and '', or '' and why there is none. */
  read(name) {
    if (name === '') {
      return ['', 'get.empty'];
    }
    const element = this.table.find(name);
    if (element === null) {
      return ['', 'get.undefined'];
    }
    return element.keyword === '' ? this.readValue(element) : this.readKeyword(element);
  }

  readKeyword({ row, node, path, keyword }) {
    if (node === null || keyword === '_version') {
      return ['', 'get.undefined'];
    }
    const asksChildren = keyword === '_children';
    if (asksChildren ? !row.children : kindOf(row) !== 'list') {
      return ['', asksChildren ? 'get.children' : 'get.count'];
    }
    const record = recordAt(this.data, path);
    if (record === undefined && this.code('get.keyword.missing') !== 0) {
      return ['', 'get.keyword.missing'];
    }
    if (asksChildren) {
      return [childrenOf(node), ''];
    }
    return [String(record === undefined ? 0 : (record[`@${row.key}`] || []).length), ''];
  }

  readValue(element) {
    const { row, path } = element;
    if (kindOf(row) !== 'value') {
      return ['', 'get.undefined'];
    }
    if (row.access === 'w') {
      return ['', 'get.writeOnly'];
    }
    const record = recordAt(this.data, path);
    if (record === undefined) {
      return ['', 'get.index'];
    }
    if (row.access === 'store' && !(this.store(path) || {}).readable) {
      return ['', 'get.writeOnly'];
    }
    const value = this.current(record, element);
    return value === undefined ? ['', 'get.unset'] : [value, ''];
  }

  current(record, { row, target }) {
    const stored = record[row.key] === undefined ? row.default : record[row.key];
    switch (row.derived || row.source) {
      case 'completion': return this.compared(this.data.pm, this.launch.values.completionThreshold, stored, 'completed', 'incomplete');
      case 'success': return this.compared(this.data.ss, this.launch.values.scaledPassingScore, stored, 'passed', 'failed');
      case 'valid': return this.requestValid(row.element.replace('.{target=}', '').split('.').pop(), target);
      case 'entry': return ENTRIES[this.entry];
      case undefined: return stored;
      default: return this.launch.values[row.source] === undefined ? row.default : this.launch.values[row.source];
    }
  }

  compared(value, bar, stored, yes, no) {
    if (bar === undefined || bar === '') {
      return stored;
    }
    return value === undefined ? 'unknown' : compareDecimals(value, bar) >= 0 ? yes : no;
  }

  set(args) {
    const refusal = this.refusal('set', args.length === 2);
    const name = args.length > 0 ? args[0] : '';
    const situation = refusal === '' ? this.write(name, args[1]) : refusal;
    return situation === '' ? this.done('true') : this.refused('false', this.code(situation), name);
  }

  /** Writes a value; why it did not, or ''. */
  write(name, value) {
    if (name === '') {
      return 'set.empty';
    }
    const element = this.table.find(name);
    if (element === null) {
      return 'set.undefined';
    }
    return this.writeRefusal(element) || this.writeValue(element, value);
  }

  writeRefusal({ row, path, keyword }) {
    if (keyword !== '') {
      return keyword === '_version' ? 'set.undefined' : 'set.keyword';
    }
    if (kindOf(row) !== 'value') {
      return 'set.undefined';
    }
    if (row.access === 'r') {
      return row.element.endsWith('._version') ? 'set.keyword' : 'set.readOnly';
    }
    if (!this.isReachable(row, path)) {
      return 'set.index';
    }
    if (row.access === 'store' && !(this.store(path) || {}).writable) {
      return 'set.readOnly';
    }
    return this.hasDependencies(row, path) ? '' : 'set.dependency';
  }

  isReachable(row, path) {
    return path.every((step, i) => {
      const outer = recordAt(this.data, path.slice(0, i)) || {};
      const size = (outer[`@${step.list}`] || []).length;
      const last = row.access === 'store' ? size - 1 : size;
      return step.index <= last && step.index < this.launch.switches.listLimit;
    });
  }

  hasDependencies(row, path) {
    return (row.after || []).every((name) => {
      const isOuter = name.startsWith('^');
      const recordPath = isOuter ? path.slice(0, -1) : path;
      const record = recordAt(this.data, recordPath);
      const key = this.table.key(row, isOuter ? name.substring(1) : name, recordPath.length);
      return record !== undefined && record[key] !== undefined;
    });
  }

  writeValue(element, value) {
    const { row, path } = element;
    const old = (recordAt(this.data, path) || {})[row.key];
    const next = row.append && old !== undefined ? old + value : value;
    const format = this.format(row, path);
    if (format && format.single && path[path.length - 1].index > 0) {
      return 'set.unique';
    }
    const fault = this.fault(row, path, format, next);
    if (fault !== '') {
      return fault;
    }
    if (row.once && old !== undefined && old !== next) {
      return 'set.once';
    }
    this.keep(row, path, old, next);
    return '';
  }

  fault(row, path, format, value) {
    const fault = this.types.fault(row.type, value);
    if (fault !== '') {
      return fault;
    }
    if (format && this.types.isStrict(format) && !this.types.accepts(format, value)) {
      return 'set.type';
    }
    const isUnique = row.unique || (format && format.unique);
    return isUnique && this.isTaken(row, path, value) ? 'set.unique' : '';
  }

  isTaken(row, path, value) {
    const step = path[path.length - 1];
    const outer = recordAt(this.data, path.slice(0, -1)) || {};
    return (outer[`@${step.list}`] || []).some((record, i) => i !== step.index && record[row.key] === value);
  }

  keep(row, path, old, value) {
    const type = this.table.json.types[row.type];
    const finals = type.final || [];
    if (finals.includes(old) && !finals.includes(value) && !this.types.on('statusMayRegress')) {
      return;
    }
    setAt(this.data, path, row.key, type.blank === 'unset' && value === '' ? undefined : value);
  }

  format(row, path) {
    const use = this.table.json.types[row.type].responses;
    if (use === undefined) {
      return undefined;
    }
    const interaction = recordAt(this.data, path.slice(0, 1)) || {};
    return this.types.format(interaction[this.table.key(row, 'type', 1)], use);
  }

  store(path) {
    return this.launch.sharedData[path[path.length - 1].index];
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
