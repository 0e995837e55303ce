// The values of one launch: how GetValue reads and SetValue writes them. Same rules as ValueReader and
// ValueWriter in Java; the vectors run against both.

import { childrenOf, kindOf, recordAt, setAt } from './cmi-table.js';
import { compareDecimals } from './cmi-types.js';

const ENTRIES = ['ab-initio', 'resume', ''];

/** The values of one launch; an answer or refusal is a situation of the table, '' for none. */
export class Values {
  constructor(table, types, launch, data, entry, requestValid) {
    this.table = table;
    this.types = types;
    this.launch = launch;
    this.data = data;
    this.entry = entry;
    this.requestValid = requestValid || (() => 'unknown');
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
    if (record === undefined && this.table.json.codes['get.keyword.missing'] !== 0) {
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
}
