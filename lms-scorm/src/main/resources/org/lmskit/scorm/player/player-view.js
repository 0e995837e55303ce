// What the learner sees of the player: table of contents, controls, messages. Knows no protocol.

import { fill } from './player-texts.js';

const ORDER = ['previous', 'continue', 'exit', 'abandon', 'abandonAll', 'suspendAll', 'exitAll'];
const EXPLAINED = 8000;
const MARKS = { completed: '✓', passed: '✓', failed: '✕', incomplete: '◐' };

/** Makes an element: el('p', { class: 'note' }, 'text', child...). */
export function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === 'function') {
      element.addEventListener(key, value);
    } else if (value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children);
  return element;
}

/** Sets attributes, or takes them away where there is nothing to say. */
function paint(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value) {
      element.setAttribute(key, value);
    } else {
      element.removeAttribute(key);
    }
  }
}

/** Puts other buttons in; the focus goes to the one of the same key. */
function replaceButtons(container, key, ...next) {
  const focused = container.contains(document.activeElement) ? document.activeElement.dataset[key] : undefined;
  container.replaceChildren(...next);
  const again = focused && [...container.querySelectorAll('button')].find((button) => button.dataset[key] === focused);
  again && again.focus();
}

/** The player's page; ask(request, target) is called for what the learner wants. */
export class View {
  constructor(root, texts, ask) {
    this.texts = texts;
    this.ask = ask;
    this.shapes = {};
    this.explaining = null;
    this.title = el('h1', { class: 'title' });
    this.saved = el('p', { class: 'saved', role: 'status' });
    this.toggle = el('button', { class: 'toggle', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'lmskit-toc', click: () => this.showToc(!this.isTocOpen()) }, texts.contents);
    this.toc = el('nav', { class: 'toc', id: 'lmskit-toc', 'aria-label': texts.contents, keydown: (event) => this.onTocKey(event) });
    this.heading = el('h2', { class: 'heading', tabindex: '-1' });
    this.messages = el('div', { class: 'messages' });
    this.stage = el('div', { class: 'stage' });
    this.main = el('main', { class: 'main', id: 'lmskit-content' }, this.heading, this.messages, this.stage);
    this.controls = el('nav', { class: 'controls', 'aria-label': texts.controls });
    this.live = el('p', { class: 'live quiet', 'aria-live': 'polite' });
    this.page = el('div', { class: 'lmskit-player' },
      el('a', { class: 'skip', href: '#lmskit-content', click: (event) => this.skip(event) }, texts.skip),
      el('header', { class: 'header' }, this.toggle, this.title, this.saved),
      this.toc, this.main, el('footer', { class: 'footer' }, this.controls), this.live);
    root.replaceChildren(this.page);
  }

  skip(event) {
    event.preventDefault();
    this.heading.focus();
  }

  /** Shows contents and controls of a player document. */
  show(model) {
    this.title.textContent = model.title || '';
    document.title = model.title || document.title;
    const heading = model.content ? model.content.title || '' : '';
    if (this.heading.textContent !== heading) {
      this.heading.textContent = heading;
    }
    this.showItems(model.toc || []);
    this.showControls(model.controls || {}, model.reasons || {});
  }

  /**
   * Whether buttons have to be made anew. While they are the same ones they are painted, not replaced: a press that
   * began on a button must end on it.
   */
  isRebuilt(what, shape) {
    const text = JSON.stringify(shape);
    const isNew = this.shapes[what] !== text;
    this.shapes[what] = text;
    return isNew;
  }

  showItems(items) {
    this.items = new Map(items.map((item) => [item.id, item]));
    if (this.isRebuilt('items', items.map((item) => [item.id, item.depth || 0]))) {
      this.buildItems(items);
    }
    this.toc.querySelectorAll('button').forEach((button) => this.paintItem(button, this.items.get(button.dataset.item)));
  }

  buildItems(items) {
    const root = el('ol', {});
    const lists = [root];
    items.forEach((item) => {
      const depth = Math.min(item.depth || 0, lists.length - 1);
      lists.length = depth + 1;
      const below = el('ol', {});
      const button = el('button', { type: 'button', 'data-item': item.id, click: () => this.choose(this.items.get(item.id)) },
        el('span', { class: 'mark', 'aria-hidden': 'true' }), el('span', { class: 'name' }), el('span', { class: 'quiet' }));
      lists[depth].append(el('li', {}, button, below));
      lists.push(below);
    });
    root.querySelectorAll('ol:empty').forEach((empty) => empty.remove());
    replaceButtons(this.toc, 'item', el('h2', { class: 'toc-title' }, this.texts.contents), root);
    this.page.classList.toggle('no-toc', items.length === 0);
    this.toggle.hidden = items.length === 0;
  }

  paintItem(button, item) {
    const status = this.texts.status[item.status] || this.texts.status.unknown;
    const hindrance = item.selectable ? '' : item.reason || this.texts.unavailable;
    const words = [status, item.current ? this.texts.current : '', hindrance].filter((word) => word !== '');
    const [mark, name, quiet] = button.children;
    button.className = `item ${(item.status || 'unknown').replace(' ', '-')}`;
    paint(button, { 'aria-current': item.current ? 'step' : '', 'aria-disabled': item.selectable ? '' : 'true', title: hindrance });
    mark.textContent = MARKS[item.status] || '○';
    name.textContent = item.title;
    quiet.textContent = ` (${words.join(', ')})`;
  }

  choose(item) {
    if (item.selectable) {
      this.showToc(false);
      this.ask('choice', item.id);
    } else {
      this.explain(`${item.title}: ${item.reason || this.texts.unavailable}`);
    }
  }

  showControls(controls, reasons) {
    this.offered = { controls, reasons };
    const shown = ORDER.filter((name) => controls[name] === 'enabled' || controls[name] === 'disabled');
    if (this.isRebuilt('controls', shown)) {
      replaceButtons(this.controls, 'control', ...shown.map((name) => el('button', {
        class: `control ${name}`, type: 'button', 'data-control': name, click: () => this.press(name),
      }, this.texts[name])));
      this.page.classList.toggle('no-controls', shown.length === 0);
    }
    [...this.controls.children].forEach((button) => {
      const isEnabled = controls[button.dataset.control] === 'enabled';
      paint(button, { 'aria-disabled': isEnabled ? '' : 'true', title: isEnabled ? '' : reasons[button.dataset.control] });
    });
  }

  press(name) {
    if (this.offered.controls[name] === 'enabled') {
      this.ask(name, null);
    } else {
      this.explain(this.offered.reasons[name] || this.texts.unavailable);
    }
  }

  /** Whether controls react; they do not while a request is under way. */
  busy(isBusy) {
    this.page.classList.toggle('busy', isBusy);
    this.page.setAttribute('aria-busy', String(isBusy));
  }

  isTocOpen() {
    return this.page.classList.contains('toc-open');
  }

  showToc(isOpen) {
    this.page.classList.toggle('toc-open', isOpen);
    this.toggle.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) {
      const first = this.toc.querySelector('[aria-current]') || this.toc.querySelector('button');
      first && first.focus();
    }
  }

  onTocKey(event) {
    if (event.key === 'Escape' && this.isTocOpen()) {
      this.showToc(false);
      this.toggle.focus();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const buttons = [...this.toc.querySelectorAll('button')];
      const next = buttons[buttons.indexOf(document.activeElement) + step];
      next && next.focus();
      event.preventDefault();
    }
  }

  /** Says something to those who listen. */
  say(text) {
    clearTimeout(this.explaining);
    this.live.classList.remove('shown');
    this.live.textContent = text;
  }

  /** Says something to everybody, for as long as it takes to read. */
  explain(text) {
    this.say(text);
    this.live.classList.add('shown');
    this.explaining = setTimeout(() => this.live.classList.remove('shown'), EXPLAINED);
  }

  /** Whether all is saved. */
  showSaved(text, isSaved) {
    this.saved.textContent = text;
    this.saved.classList.toggle('pending', !isSaved);
  }

  /**
   * A message with ways on: notice(kind, title, text, [[label, action], ...]). Of one kind there is one at
   * a time; a blocking one hides the content.
   */
  notice(kind, title, text, actions, isBlocking = false) {
    this.dismiss(kind);
    const id = `lmskit-message-${kind}`;
    const box = el('section', { class: `message ${isBlocking ? 'blocking' : ''}`, role: 'alert', 'data-kind': kind, 'aria-labelledby': id },
      el('h3', { id }, title), el('p', {}, text),
      el('p', { class: 'actions' }, ...actions.map(([label, action]) => el('button', { type: 'button', click: action }, label))));
    this.messages.append(box);
    this.cover();
    if (isBlocking) {
      const first = box.querySelector('button');
      first && first.focus();
    }
  }

  /** Takes the message of this kind away. */
  dismiss(kind) {
    [...this.messages.children].filter((box) => box.dataset.kind === kind).forEach((box) => box.remove());
    this.cover();
  }

  dismissAll() {
    this.messages.replaceChildren();
    this.cover();
  }

  cover() {
    const isCovered = this.messages.querySelector('.blocking') !== null;
    this.page.classList.toggle('covered', isCovered);
    // while nothing may be done, nothing can be pressed
    this.toc.inert = isCovered;
    this.controls.inert = isCovered;
  }

  /** A new activity is there. */
  announce(title) {
    this.say(fill(this.texts.now, { title }));
    this.heading.focus({ preventScroll: true });
  }
}
