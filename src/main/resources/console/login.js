// Sign-in: user and password become a session, whose cookie no script can read.

import { get, post } from './api.js';
import { h, patch } from './dom.js';
import { t } from './i18n.js';
import { languages } from './languages.js';

let failure = null;

function render() {
    document.title = `${t('signIn')} – ZMO Bridge`;
    patch(document.getElementById('main'), h('section', { class: 'card', 'aria-labelledby': 'title' },
        h('div', { class: 'head' },
            h('img', { src: '/console/icon.svg', alt: '', width: '32', height: '32' }), languages(render)),
        h('h1', { id: 'title' }, t('signInTo')),
        h('form', { onsubmit: submit },
            h('label', {}, h('span', {}, t('user')), h('input', {
                name: 'user', type: 'text', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', maxlength: '255', required: true,
            })),
            h('label', {}, h('span', {}, t('password')), h('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: true })),
            h('p', { class: 'failure', role: 'alert' }, failure && failure()),
            h('button', { type: 'submit', class: 'main' }, t('signIn')))));
}

/** To the page that asked for it. */
function enter() {
    location.replace(`/${location.hash}`);
}

async function submit(event) {
    event.preventDefault();
    const form = event.target;
    const button = form.querySelector('button');
    if (button.getAttribute('aria-busy') === 'true') {
        return;
    }
    button.setAttribute('aria-busy', 'true');
    try {
        await post('/api/session', { user: form.elements.user.value.trim(), password: form.elements.password.value });
        enter();
    } catch (e) {
        failure = () => (e.status ? e.message : t('offline'));
        render();
        form.elements.password.select();
    } finally {
        button.removeAttribute('aria-busy');
    }
}

render();
document.querySelector('[name=user]').focus();
get('/api/summary').then(enter, () => {}); // who comes by a link from elsewhere may have signed in already
