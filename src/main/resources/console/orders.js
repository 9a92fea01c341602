// The list of orders: search, filter, pages, and the same list as a table for a spreadsheet.

import { get } from './api.js';
import { render } from './live.js';
import { h } from './dom.js';
import { count, money, time } from './format.js';
import { language, plural, t } from './i18n.js';
import { documents, pager, state } from './parts.js';
import { areMany, chosen, orderPage, within } from './shops.js';

const SIZE = 50;
const MOST_IN_CSV = 1000000;
const PATIENCE = 350;
const CHOICES_STAY = 60000;
const AT_ONCE = ['select-one', 'checkbox']; // nobody types there
const STATES = ['RECEIVED', 'ISSUED', 'REALISED', 'CLOSED'];
const SORTS = ['placedAt', 'buyer', 'total'];
let typing = null;

export const orders = {
    title: () => t('nav.orders'),
    load(here) {
        choices(here);
        return get(within('/api/orders', { ...filter(here), page: page(here), size: SIZE }));
    },
    view: (here) => [
        h('h1', { key: 'title' }, t('nav.orders')),
        form(here),
        h('div', { class: 'above', key: 'above' },
            h('p', { role: 'status', class: 'muted' }, plural('ordersFound', here.data.total), here.data.sorted < here.data.total && [' ', t('sortLimit', { most: count(here.data.sorted) })]),
            here.data.total > 0 && csv(here)),
        here.data.items.length > 0 ? list(here) : h('p', { class: 'card empty', key: 'none' }, t(FILTERS.some((name) => filter(here)[name]) || here.data.total > 0 ? 'noOrders' : 'noOrdersYet')),
        pager(page(here), SIZE, here.data.sorted ?? here.data.total, (to) => within('#/orders', { ...filter(here), page: to > 1 ? to : '' })),
    ],
};

const FILTERS = ['q', 'state', 'status', 'from', 'to', 'stuck'];
const KEPT = [...FILTERS, 'sort'];

/** What the address says; a bookmark of it keeps the filter and the order of the rows. */
function filter(here) {
    return Object.fromEntries(KEPT.map((name) => [name, here.query.get(name) || '']));
}

/** What was chosen in this field of the form, or what holds without it. */
function field(fields, name, now) {
    const found = fields[name];
    return found?.type === 'checkbox' ? (found.checked ? 'true' : '') : (found?.value ?? now[name]).trim();
}

/** The statuses to choose from come when they come; the list does not wait for them. */
async function choices(here) {
    if (here.kept.chosenAt > Date.now() - CHOICES_STAY) {
        return;
    }
    here.kept.chosenAt = Date.now();
    try {
        here.kept.statuses = areMany() && !chosen() ? [] : (await get(within('/api/order-statuses'))).items;
        render();
    } catch {
        here.kept.chosenAt = 0; // the list, asked for at the same time, says what is wrong
    }
}

function page(here) {
    return Math.max(1, Number(here.query.get('page')) || 1);
}

function form(here) {
    const now = filter(here);
    const search = (event) => {
        const fields = event.currentTarget.elements;
        const wanted = within('#/orders', Object.fromEntries(KEPT.map((name) => [name, field(fields, name, now)])));
        clearTimeout(typing);
        typing = setTimeout(() => location.replace(wanted), event.type === 'input' && !AT_ONCE.includes(event.target.type) ? PATIENCE : 0);
    };
    const statuses = here.kept.statuses || [];
    return h('form', { role: 'search', class: 'filter', key: 'filter', oninput: search, onsubmit: (e) => { e.preventDefault(); search(e); } },
        h('label', { class: 'wide' }, h('span', {}, t('search')),
            h('input', { type: 'search', name: 'q', value: now.q, placeholder: t('searchHint'), autocomplete: 'off', spellcheck: 'false' })),
        choice('state', t('stateLabel'), now.state, STATES.map((s) => [s, t(`state.${s}`)])),
        (statuses.length > 0 || now.status) && choice('status', t('statusLabel'), now.status, statuses.map((s) => [String(s.statusId), s.status])),
        date('from', t('fromDay'), now.from), date('to', t('toDay'), now.to),
        h('label', { class: 'tick', key: 'stuck' }, h('input', { type: 'checkbox', name: 'stuck', checked: now.stuck === 'true' }), h('span', {}, t('onlyStuck'))),
        h('label', { class: 'sort', key: 'sort' }, h('span', {}, t('sortBy')), h('select', { name: 'sort' },
            [['', t('sort.received')], ...SORTS.flatMap((name) => [`-${name}`, name]).map((name) => [name, t(name.startsWith('-') ? `sort.${name.slice(1)}.down` : `sort.${name}`)])].map(([value, text]) =>
                h('option', { key: value, value, selected: value === now.sort }, text)))),
        FILTERS.some((name) => now[name]) && h('p', { class: 'clear', key: 'clear' }, h('a', { href: within('#/orders', { sort: now.sort }) }, t('clearFilter'))));
}

function choice(name, label, chosen, options) {
    return h('label', { key: name }, h('span', {}, label), h('select', { name }, [['', t('any')], ...options].map(([value, text]) =>
        h('option', { key: value, value, selected: value === chosen }, text))));
}

function date(name, label, value) {
    return h('label', { key: name }, h('span', {}, label), h('input', { type: 'date', name, value, min: '2000-01-01', max: '2999-12-31' }));
}

/** As the reader's calendar says. */
function today() {
    return new Intl.DateTimeFormat('sv').format(new Date());
}

function csv(here) {
    return h('p', { class: 'csv' },
        h('a', { href: within('/api/orders.csv', { ...filter(here), headings: language() }), download: `${t('csvFile')}-${today()}.csv` }, t('csv')),
        here.data.total > MOST_IN_CSV && h('span', { class: 'muted' }, ' ', t('csvLimit', { most: count(MOST_IN_CSV) })));
}

/** The heading of a column that the list can be sorted by: once more, and it goes the other way round. */
function heading(column, here) {
    const now = filter(here).sort;
    const sortable = SORTS.includes(column);
    const direction = now === column ? 'ascending' : now === `-${column}` ? 'descending' : null;
    const next = column === 'buyer' ? (direction === 'ascending' ? '-buyer' : 'buyer') : (direction === 'descending' ? column : `-${column}`);
    return h('th', { scope: 'col', role: 'columnheader', class: column === 'total' ? 'number' : null, 'aria-sort': direction },
        sortable ? h('a', { href: within('#/orders', { ...filter(here), sort: next }) }, t(`col.${column}`),
            h('span', { 'aria-hidden': 'true' }, { ascending: ' ↑', descending: ' ↓' }[direction] || '')) : t(`col.${column}`));
}

function list(here) {
    const columns = ['number', ...(areMany() ? ['shop'] : []), 'placedAt', 'buyer', 'total', 'shopStatus', 'state', 'inErp'];
    return h('div', { class: 'card flush', key: 'list' }, h('table', { class: 'stacks orders', role: 'table' },
        h('caption', { class: 'unseen' }, t('nav.orders')),
        h('thead', {}, h('tr', { role: 'row' }, columns.map((c) => heading(c, here)))),
        h('tbody', {}, here.data.items.map(row))));
}

function row(o) {
    const cell = (column, ...content) => h('td', { role: 'cell', 'data-label': t(`col.${column}`), class: column === 'total' ? 'c-total number' : `c-${column}` }, content);
    return h('tr', { key: `${o.shop}/${o.shopOrderId}`, role: 'row', class: o.problem ? 'stuck' : null },
        h('th', { scope: 'row', role: 'rowheader' }, h('a', { href: orderPage(o) }, o.number)),
        areMany() && cell('shop', o.shop),
        cell('placedAt', h('span', { class: 'whole' }, time(o.placedAt))),
        cell('buyer', h('span', { class: 'clamp' }, o.contractor?.name || '–')),
        cell('total', money(o.total, o.currency)),
        cell('shopStatus', o.status || '–'),
        cell('state', h('span', { class: 'whole' }, state(o.state), o.problem && h('span', { class: 'badge problem', title: o.problem }, t('stuckBadge')))),
        cell('inErp', h('span', { class: 'whole' }, documents(o.salesDocuments) || o.erpNumber || '–')));
}
