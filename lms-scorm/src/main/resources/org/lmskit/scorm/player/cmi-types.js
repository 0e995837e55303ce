// What a value may look like: the value types and response formats of the table. Same rules as
// ValueType and ResponseFormat in Java; the vectors run against both.

/** Compares two plain decimals exactly: negative, 0 or positive. */
export function compareDecimals(left, right) {
  const a = parts(left);
  const b = parts(right);
  if (a.sign !== b.sign) {
    return a.sign - b.sign;
  }
  const whole = Math.max(a.whole.length, b.whole.length);
  const fraction = Math.max(a.fraction.length, b.fraction.length);
  const x = a.whole.padStart(whole, '0') + a.fraction.padEnd(fraction, '0');
  const y = b.whole.padStart(whole, '0') + b.fraction.padEnd(fraction, '0');
  return x === y ? 0 : (x < y ? -1 : 1) * a.sign;
}

function parts(text) {
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const isZero = /^0*$/.test(whole + fraction);
  return { sign: isZero ? 0 : text.startsWith('-') ? -1 : 1, whole, fraction };
}

/** A character outside the basic plane is one, though a string counts it as two. */
function isLonger(value, limit) {
  const pairs = value.length > limit ? value.match(/[\ud800-\udbff][\udc00-\udfff]/g) || [] : [];
  return value.length - pairs.length > limit;
}

/** The language in front of a localized string does not count: it has a limit of its own. */
function withoutLanguage(type, value) {
  return type.localized && value.startsWith('{lang=') ? value.substring(value.indexOf('}') + 1) : value;
}

/** The value types of a table. */
export class Types {
  constructor(table, switches) {
    this.types = table.types;
    this.formats = table.responses;
    this.switches = switches;
    this.languages = new Set((table.languages || '').split(' '));
    this.patterns = new Map();
  }

  on(name) {
    return this.switches[name] !== 0;
  }

  /** What is wrong with a value: '', 'set.limit', 'set.type' or 'set.range'. */
  fault(typeName, value) {
    const type = this.types[typeName];
    if (isLonger(value, this.switches[type.limit || 'valueLimit'])) {
      return 'set.limit';
    }
    if (this.isTooLong(type, value) || !this.hasForm(type, value)) {
      return 'set.type';
    }
    return this.isInRange(type, value) ? '' : 'set.range';
  }

  isTooLong(type, value) {
    return (type.maxLength > 0 && isLonger(value, type.maxLength))
      || (type.spm > 0 && this.on('strictLimits') && isLonger(withoutLanguage(type, value), type.spm));
  }

  hasForm(type, value) {
    if (type.values) {
      return type.values.includes(value) || (type.or !== undefined && this.fault(type.or, value) === '');
    }
    if (type.language) {
      return value === '' || this.isLanguage(value);
    }
    return type.localized ? this.hasLanguage(value) : this.matches(type, value);
  }

  matches(type, value) {
    if (!type.pattern || this.pattern(type.pattern).test(value)) {
      return true;
    }
    return type.lenient !== undefined && this.on(type.lenient.when) && this.pattern(type.lenient.pattern).test(value);
  }

  pattern(source) {
    if (!this.patterns.has(source)) {
      this.patterns.set(source, new RegExp(`^(?:${source})$`));
    }
    return this.patterns.get(source);
  }

  hasLanguage(value) {
    if (!value.startsWith('{lang=')) {
      return true;
    }
    const end = value.indexOf('}');
    return end > 0 && this.isLanguage(value.substring('{lang='.length, end));
  }

  isLanguage(tag) {
    const match = /^([A-Za-z]{1,3})(-[A-Za-z0-9]{2,8})*$/.exec(tag);
    if (!match) {
      return false;
    }
    const code = match[1].toLowerCase();
    return this.languages.has(code) || (tag.includes('-') && (code === 'i' || code === 'x'));
  }

  isInRange(type, value) {
    if ((type.min === undefined && type.max === undefined) || value === '') {
      return true;
    }
    if (type.unbounded !== undefined && this.on(type.unbounded)) {
      return true;
    }
    return (type.min === undefined || compareDecimals(value, type.min) >= 0)
      && (type.max === undefined || compareDecimals(value, type.max) <= 0);
  }

  /** How responses to this type of interaction look; undefined for an unknown or no type. */
  format(interactionType, use) {
    const formats = this.formats[interactionType];
    return formats === undefined ? undefined : formats[use];
  }

  isStrict(format) {
    return format.hard === true || this.on('strictInteractions');
  }

  accepts(format, value) {
    const body = this.withoutProperties(format, value);
    if (body === null) {
      return false;
    }
    if (body === '') {
      return format.blank === true;
    }
    const items = format.split ? body.split(format.split) : [body];
    if (format.distinct && new Set(items).size < items.length) {
      return false;
    }
    return items.every((item) => this.acceptsItem(format, item));
  }

  withoutProperties(format, value) {
    let body = value;
    const properties = format.properties || [];
    for (let i = 0; i < properties.length; i++) {
      for (const name of properties) {
        const start = `{${name}=`;
        if (body.startsWith(start)) {
          const end = body.indexOf('}');
          if (end < 0 || !['true', 'false'].includes(body.substring(start.length, end))) {
            return null;
          }
          body = body.substring(end + 1);
        }
      }
    }
    return body;
  }

  acceptsItem(format, item) {
    if (format.range) {
      return this.acceptsRange(format.range, item);
    }
    if (format.pair) {
      return this.acceptsPair(format, item);
    }
    return this.fault(format.item, item) === '';
  }

  acceptsPair(format, item) {
    const halves = item.split('[.]');
    if (halves.length !== 2 || (format.filled && halves[0] === '' && halves[1] === '')) {
      return false;
    }
    return halves.every((half, i) => this.fault(format.pair[i], half) === '');
  }

  acceptsRange(type, item) {
    const at = item.indexOf('[:]');
    if (at < 0) {
      return this.fault(type, item) === '';
    }
    const low = item.substring(0, at);
    const high = item.substring(at + 3);
    const fits = [low, high].every((end) => end === '' || this.fault(type, end) === '');
    return fits && (low === '' || high === '' || compareDecimals(low, high) <= 0);
  }
}
