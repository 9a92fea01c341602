// Shortcuts: / to search, ? to see the shortcuts, g and a letter to go to a page. None while somebody types or is asked something.

import { h, patch } from './dom.js';
import { t } from './i18n.js';
import { within } from './shops.js';

const NEXT_WITHIN = 1500;
const PAGES = { s: '#/', o: '#/orders', l: '#/dead-letters', c: '#/settings' };
let going = 0;

export function listen() {
    document.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) {
            return;
        }
        const page = going > Date.now() && PAGES[event.key.toLowerCase()];
        going = event.key === 'g' ? Date.now() + NEXT_WITHIN : 0;
        if (event.key === '/') {
            event.preventDefault();
            search();
        } else if (event.key === '?') {
            event.preventDefault();
            show();
        } else if (page) {
            location.hash = within(page);
        }
    });
}

function isBusy(target) {
    return target.closest('input, select, textarea, dialog') !== null || document.querySelector('dialog') !== null;
}

/** The field for a search is on the list of orders; it comes with the list. */
function search() {
    const focus = () => {
        const field = document.querySelector('#main input[type=search]');
        field?.focus();
        field?.select();
        return field;
    };
    if (!focus()) {
        const main = document.getElementById('main');
        const drawn = new MutationObserver(() => focus() && drawn.disconnect());
        drawn.observe(main, { childList: true, subtree: true });
        setTimeout(() => drawn.disconnect(), 10000);
        location.hash = within('#/orders');
    }
}

function show() {
    const holder = document.getElementById('dialogs');
    const back = document.activeElement;
    const close = () => {
        holder.querySelector('dialog').close();
        patch(holder, []);
        back?.focus();
    };
    patch(holder, h('dialog', { 'aria-labelledby': 'keys-title', oncancel: (e) => { e.preventDefault(); close(); } },
        h('h2', { id: 'keys-title' }, t('keys')),
        h('dl', { class: 'facts keys' }, [['/', t('keys.search')], ['?', t('keys')], ['g s', t('nav.start')], ['g o', t('nav.orders')], ['g l', t('nav.letters')], ['g c', t('nav.settings')], ['Esc', t('close')]].map(([key, does]) =>
            h('div', { key }, h('dt', {}, h('kbd', {}, key)), h('dd', {}, does)))),
        h('div', { class: 'buttons end' }, h('button', { type: 'button', class: 'main', onclick: close }, t('close')))));
    holder.querySelector('dialog').showModal();
}
