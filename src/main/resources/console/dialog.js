// Questions before something is done, and short notes of what was done.

import { h, patch } from './dom.js';
import { t } from './i18n.js';

const NOTE_STAYS = 8000;
const BAD_STAYS = 30000;
let notes = [];
let nextNote = 1;

/**
 * Asks; resolves to true, to the reason when one is asked for, or to null when the person changed their mind.
 * quote is shown in the bridge's own words.
 */
export function ask({ title, text, quote, action, danger, reason }) {
    return new Promise((resolve) => {
        const holder = document.getElementById('dialogs');
        const back = document.activeElement;
        const close = (answer) => {
            const dialog = holder.querySelector('dialog');
            dialog.close();
            patch(holder, []);
            if (back && back.isConnected) {
                back.focus();
            }
            resolve(answer);
        };
        const submit = (event) => {
            event.preventDefault();
            const said = reason ? holder.querySelector('textarea').value.trim() : true;
            if (said) {
                close(said);
            }
        };
        patch(holder, h('dialog', { 'aria-labelledby': 'ask-title', 'aria-describedby': 'ask-text', oncancel: (e) => { e.preventDefault(); close(null); } },
            h('form', { onsubmit: submit },
                h('h2', { id: 'ask-title' }, title),
                h('div', { id: 'ask-text' },
                    h('p', {}, text),
                    quote && h('blockquote', {}, quote)),
                reason && h('label', {}, reason, h('textarea', { rows: '3', maxlength: '255', required: true })),
                h('div', { class: 'buttons end' },
                    h('button', { type: 'button', class: 'quiet', onclick: () => close(null) }, t('cancel')),
                    h('button', { type: 'submit', class: danger ? 'danger' : 'main' }, action)))));
        holder.querySelector('dialog').showModal();
        holder.querySelector(reason ? 'textarea' : 'button.quiet').focus();
    });
}

/** Says what happened; screen readers hear it. Bad news stays longer, and none goes while somebody is on it. */
export function note(text, bad = false, about = null) {
    const id = nextNote++;
    notes = [...notes.filter((each) => !about || each.about !== about).slice(-3), { id, text, bad, about }];
    show();
    leave(id, bad ? BAD_STAYS : NOTE_STAYS);
}

function leave(id, stays) {
    setTimeout(() => document.querySelector('#toasts:is(:hover, :focus-within)') ? leave(id, NOTE_STAYS) : drop(id), stays);
}

function drop(id) {
    notes = notes.filter((each) => each.id !== id);
    show();
}

/** The page grows by the height of the notes, so that nothing stays hidden beneath them. */
function show() {
    const toasts = document.getElementById('toasts');
    patch(toasts, notes.map((each) =>
        h('div', { key: each.id, class: each.bad ? 'toast bad' : 'toast' },
            h('span', {}, each.text),
            h('button', { type: 'button', class: 'quiet small', 'aria-label': t('close'), onclick: () => drop(each.id) }, '✕'))));
    document.body.style.paddingBottom = notes.length > 0 ? `${toasts.offsetHeight + 20}px` : '';
}

/** Runs an action of a person: the button waits, the outcome is said. */
export async function act(button, work) {
    if (button.getAttribute('aria-busy') === 'true') {
        return null;
    }
    button.setAttribute('aria-busy', 'true');
    try {
        return await work();
    } catch (e) {
        note(e.status ? e.message : t('noAnswer'), true);
        return null;
    } finally {
        button.removeAttribute('aria-busy');
    }
}
