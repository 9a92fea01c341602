// The shell: which page the address names, the data it needs, and a page that keeps itself up to date.

import { get, post } from './api.js';
import { act } from './dialog.js';
import { h, patch } from './dom.js';
import { clock, count, syncClock } from './format.js';
import { t } from './i18n.js';
import { listen } from './keys.js';
import { languages } from './languages.js';
import { letters } from './letters.js';
import { provide } from './live.js';
import { order } from './order.js';
import { orders } from './orders.js';
import { loading, waiting } from './parts.js';
import { settings } from './settings.js';
import { areMany, chooser, learn, within } from './shops.js';
import { start } from './start.js';

const FRESH = 5000;
const PAGES = [
    [/^\/?$/, start, 'start'],
    [/^\/orders$/, orders, 'orders'],
    [/^\/orders\/(?:(?<shop>[^/]+)\/)?(?<id>\d+)$/, order, 'orders'],
    [/^\/dead-letters$/, letters, 'letters'],
    [/^\/settings$/, settings, 'settings'],
];
const NAV = [['start', '#/'], ['orders', '#/orders'], ['letters', '#/dead-letters'], ['settings', '#/settings']];

const main = document.getElementById('main');
let here = null; // the page, its parameters, its data
let summary = null;
let failure = null;
let timer = null;
let turns = 0;

function locate() {
    const [path, search] = location.hash.replace(/^#/, '').split('?');
    for (const [pattern, page, nav] of PAGES) {
        const match = pattern.exec(path);
        if (match) {
            return { page, nav, hash: location.hash, id: match.groups?.id, shop: decodeURIComponent(match.groups?.shop || ''), query: new URLSearchParams(search), data: null, kept: {} };
        }
    }
    return { page: start, nav: 'start', hash: location.hash, query: new URLSearchParams(), data: null, kept: {} };
}

async function go() {
    const before = here;
    here = locate();
    const stays = before && before.page === here.page && before.id === here.id && before.shop === here.shop
        && before.query.get('shop') === here.query.get('shop');
    if (stays) {
        here.data = before.data; // shown until the new data is there, so that nothing jumps
        here.kept = before.kept;
    }
    render();
    if (before && !stays) {
        window.scrollTo(0, 0);
        main.focus({ preventScroll: true });
    }
    await refresh();
}

/** Fetches what the page shows, and shows it. */
async function refresh() {
    clearTimeout(timer);
    const asked = here;
    const turn = ++turns;
    const isOver = () => asked !== here || turn !== turns; // the person went on, or chose another language
    try {
        const [about, data] = await Promise.all([get(within('/api/summary')), asked.page.load(asked)]);
        if (isOver()) {
            return;
        }
        syncClock(about.at);
        summary = about;
        document.documentElement.dataset.role = about.user?.role ?? ''; // who only looks sees no buttons
        learn(about);
        here.data = data;
        here.missing = null;
        failure = null;
    } catch (e) {
        if (isOver()) {
            return;
        }
        if (e.status === 401) {
            toSignIn();
            return;
        }
        if (e.status === 404) {
            here.missing = e.message;
            failure = null;
        } else {
            failure = e;
        }
    }
    render();
    clearTimeout(timer);
    timer = setTimeout(tick, FRESH);
}

function tick() {
    if (document.hidden) {
        timer = setTimeout(tick, FRESH);
    } else {
        refresh();
    }
}

/** What somebody must see to; what waits for goods or for a system goes on by itself. */
function urgent() {
    return summary ? summary.needsPerson : 0;
}

/** How much of it there is, beside the name of the page that shows it. */
function counts() {
    const others = summary.waitsForStock + summary.waitsForSystem;
    return [
        urgent() > 0 && h('span', { class: 'count', key: 'urgent' }, count(urgent())),
        others > 0 && h('span', { class: 'count others', key: 'others' }, count(others)),
    ];
}

function render() {
    const title = here.page.title(here);
    document.title = `${urgent() ? `(${urgent()}) ` : ''}${title} – ZMO Bridge`;
    patch(document.getElementById('skip'), h('a', { class: 'skip', href: '#main', onclick: toContent }, t('skip')));
    patch(document.getElementById('top'), top());
    patch(document.getElementById('offline'), failure && h('div', { class: 'offline' },
        failure.status ? t('refused', { words: failure.message }) : t('offline'), summary && [' ', t('asOf', { time: clock(summary.at) })]));
    patch(main, view());
    patch(document.getElementById('foot'), summary && h('p', {}, t('zoneIs', { zone: summary.zone })));
}

function view() {
    if (here.missing) {
        return h('section', { key: 'missing', class: 'card' }, h('h1', {}, t('notFound')), h('p', {}, here.missing));
    }
    return here.data && summary ? here.page.view(here, summary) : loading();
}

function toContent(event) {
    event.preventDefault();
    main.focus();
}

function top() {
    return [
        h('a', { class: 'brand', href: within('#/'), key: 'brand' },
            h('img', { src: '/console/icon.svg', alt: '', width: '28', height: '28' }),
            h('span', {}, 'ZMO Bridge'),
            summary && !areMany() && h('small', {}, summary.shop)),
        chooser(),
        h('nav', { key: 'nav', 'aria-label': t('mainNav') }, NAV.map(([name, href]) =>
            h('a', { href: within(href), key: name, title: (name === 'letters' && summary && waiting(summary)) || null, 'aria-current': here.nav === name ? 'page' : null },
                t(`nav.${name}`), name === 'letters' && summary && counts()))),
        languages(() => { render(); refresh(); }), // the bridge tells its texts in the language asked for
        summary?.user?.name && h('div', { class: 'person', key: 'person' },
            h('span', {}, summary.user.name),
            summary.user.session && h('button', { type: 'button', class: 'quiet small', onclick: signOut }, t('signOut'))),
    ];
}

/** The page comes back to where the person was. */
function toSignIn() {
    clearTimeout(timer);
    location.assign(`/console/login.html${location.hash}`);
}

async function signOut(event) {
    if (await act(event.currentTarget, () => post('/api/session/end'))) {
        toSignIn();
    }
}

provide(refresh, render);
listen();
window.addEventListener('hashchange', go);
document.addEventListener('visibilitychange', () => document.hidden || refresh());
setInterval(() => document.hidden || render(), 1000); // "12 s ago" goes on
go();
