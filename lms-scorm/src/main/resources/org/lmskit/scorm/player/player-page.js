// Starts the player in player.html. A file of its own, so that a host can forbid scripts in pages.

import { Player } from './player.js';
const base = new URLSearchParams(window.location.search).get('base') || '';
// an address on this origin and nothing else: the link must not make the page talk to a stranger
const isOwn = /^\/(?![/\\])/.test(base) && new URL(base, window.location.href).origin === window.location.origin;
window.lmskitPlayer = new Player(document.getElementById('player'), isOwn ? base : '/');
window.lmskitPlayer.start();
