// Finds elements in the data model table. Same rules as CmiTable and Element in Java.

const KEYWORDS = ['_children', '_count', '_version'];

/** A data model as the table file describes it, for one edition. */
export class Table {
  constructor(json, edition) {
    this.json = json;
    this.rows = json.rows.filter((row) => !row.editions || row.editions.includes(edition));
    this.byElement = new Map(this.rows.map((row) => [row.element, row]));
    this.targets = [];
    this.root = node();
    this.rows.forEach((row) => this.add(row));
  }

  add(row) {
    if (row.element.endsWith('{target=}')) {
      this.targets.push([row.element.slice(0, -1), row]);
      return;
    }
    let at = this.root;
    for (const segment of row.element.split('.')) {
      if (segment === 'n') {
        at.indexed = at.indexed || node();
        at = at.indexed;
      } else {
        at.named.has(segment) || at.named.set(segment, node());
        at = at.named.get(segment);
      }
    }
    at.row = row;
  }

  /** An element by name: {row, node, path, keyword, target}; null if the data model lacks it. */
  find(name) {
    for (const [start, row] of this.targets) {
      if (name.startsWith(start) && name.endsWith('}')) {
        return { row, node: null, path: [], keyword: '', target: name.slice(start.length, -1) };
      }
    }
    return this.walk(name.split('.'));
  }

  walk(segments) {
    const path = [];
    let at = this.root;
    for (let i = 0; i < segments.length; i++) {
      const segment = segments[i];
      let next = at.named.get(segment);
      if (!next && i === segments.length - 1 && KEYWORDS.includes(segment)) {
        return resolved(at, path, segment);
      }
      if (!next && at.row && at.indexed && /^[0-9]{1,9}$/.test(segment)) {
        path.push({ list: at.row.key, index: Number(segment) });
        next = at.indexed;
      }
      if (!next) {
        return null;
      }
      at = next;
    }
    return resolved(at, path, '');
  }

  /** The key of a member of the record that is this many lists deep around the row. */
  key(row, member, depth) {
    let end = 0;
    for (let i = 0; i < depth; i++) {
      end = row.element.indexOf('.n.', end) + 2;
    }
    const sibling = this.byElement.get(`${row.element.substring(0, end)}.${member}`);
    return sibling === undefined ? '' : sibling.key;
  }
}

function node() {
  return { named: new Map(), indexed: null, row: null };
}

function resolved(at, path, keyword) {
  return at.row ? { row: at.row, node: at, path, keyword, target: '' } : null;
}

/** The names below a node, of a list those of a record, as _children gives them. */
export function childrenOf(at) {
  return [...(at.indexed || at).named.keys()].join(',');
}

/** What can be asked of a row: 'list', 'category' or 'value'. */
export function kindOf(row) {
  return row.list ? 'list' : row.access ? 'value' : 'category';
}

/** The record at a path: an object of values, lists under '@' and their key; undefined if there is none. */
export function recordAt(data, path) {
  let record = data;
  for (const step of path) {
    record = (record[`@${step.list}`] || [])[step.index];
    if (record === undefined) {
      return undefined;
    }
  }
  return record;
}

/** Sets a value (undefined: takes it away) in the record at a path, making records that are not there. */
export function setAt(data, path, key, value) {
  let record = data;
  for (const step of path) {
    const list = record[`@${step.list}`] || (record[`@${step.list}`] = []);
    list[step.index] = list[step.index] || {};
    record = list[step.index];
  }
  if (value === undefined) {
    delete record[key];
  } else {
    record[key] = value;
  }
}
