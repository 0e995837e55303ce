// What the learner sees of the player: table of contents, controls, messages. Knows no protocol.

import { fill } from './player-texts.js';

const ORDER = ['previous', 'continue', 'exit', 'abandon', 'abandonAll', 'suspendAll', 'exitAll'];
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

/** The player's page; ask(request, target) is called for what the learner wants. */
export class View {
  constructor(root, texts, ask) {
    this.texts = texts;
    this.ask = ask;
    this.drawn = {};
    this.title = el('h1', { class: 'title' });
    this.saved = el('p', { class: 'saved', role: 'status' });
    this.toggle = el('button', { class: 'toggle', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'lmskit-toc', click: () => this.showToc(!this.isTocOpen()) }, texts.contents);
    this.toc = el('nav', { class: 'toc', id: 'lmskit-toc', 'aria-label': texts.contents, keydown: (event) => this.onTocKey(event) });
    this.heading = el('h2', { class: 'heading', tabindex: '-1' });
    this.messages = el('div', { class: 'messages' });
    this.stage = el('div', { class: 'stage' });
    this.main = el('main', { class: 'main', id: 'lmskit-content' }, this.heading, this.messages, this.stage);
    this.controls = el('nav', { class: 'controls', 'aria-label': texts.controls });
    this.live = el('p', { class: 'quiet', 'aria-live': 'polite' });
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

  /** What is shown already stays: a button that is pressed must not be replaced meanwhile. */
  isNew(what, model) {
    const text = JSON.stringify(model);
    const isNew = this.drawn[what] !== text;
    this.drawn[what] = text;
    return isNew;
  }

  showItems(items) {
    if (!this.isNew('items', items)) {
      return;
    }
    const focused = document.activeElement ? document.activeElement.dataset.item : undefined;
    const root = el('ol', {});
    const lists = [root];
    items.forEach((item) => {
      const depth = Math.min(item.depth || 0, lists.length - 1);
      lists.length = depth + 1;
      const below = el('ol', {});
      lists[depth].append(el('li', {}, this.item(item), below));
      lists.push(below);
    });
    root.querySelectorAll('ol:empty').forEach((empty) => empty.remove());
    this.toc.replaceChildren(el('h2', { class: 'toc-title' }, this.texts.contents), root);
    this.page.classList.toggle('no-toc', items.length === 0);
    this.toggle.hidden = items.length === 0;
    if (focused !== undefined) {
      const again = [...this.toc.querySelectorAll('button')].find((button) => button.dataset.item === focused);
      again && again.focus();
    }
  }

  item(item) {
    const status = this.texts.status[item.status] || this.texts.status.unknown;
    const words = [status, item.current ? this.texts.current : '', item.selectable ? '' : item.reason || this.texts.unavailable];
    return el('button', {
      class: `item ${(item.status || 'unknown').replace(' ', '-')}`,
      type: 'button',
      'data-item': item.id,
      'aria-current': item.current ? 'step' : undefined,
      'aria-disabled': item.selectable ? undefined : 'true',
      title: item.selectable ? undefined : item.reason || this.texts.unavailable,
      click: () => this.choose(item),
    },
    el('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[item.status] || '○'),
    el('span', { class: 'name' }, item.title),
    el('span', { class: 'quiet' }, ` (${words.filter((word) => word !== '').join(', ')})`));
  }

  choose(item) {
    if (item.selectable) {
      this.showToc(false);
      this.ask('choice', item.id);
    } else {
      this.say(`${item.title}: ${item.reason || this.texts.unavailable}`);
    }
  }

  showControls(controls, reasons) {
    if (!this.isNew('controls', [controls, reasons])) {
      return;
    }
    const focused = document.activeElement ? document.activeElement.dataset.control : undefined;
    const shown = ORDER.filter((name) => controls[name] === 'enabled' || controls[name] === 'disabled');
    this.controls.replaceChildren(...shown.map((name) => this.control(name, controls[name] === 'enabled', reasons[name])));
    this.page.classList.toggle('no-controls', shown.length === 0);
    const again = [...this.controls.children].find((button) => button.dataset.control === focused);
    again && again.focus();
  }

  control(name, isEnabled, reason) {
    return el('button', {
      class: `control ${name}`,
      type: 'button',
      'data-control': name,
      'aria-disabled': isEnabled ? undefined : 'true',
      title: isEnabled ? undefined : reason,
      click: () => (isEnabled ? this.ask(name, null) : this.say(reason || this.texts.unavailable)),
    }, this.texts[name]);
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
    this.live.textContent = text;
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
