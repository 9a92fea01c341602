// The list of orders: search, filter, pages, and the same list as a table for a spreadsheet.

import { get, query } from './api.js';
import { h } from './dom.js';
import { count, money, time } from './format.js';
import { plural, t } from './i18n.js';
import { documents, pager, state } from './parts.js';

const SIZE = 50;
const MOST_IN_CSV = 10000;
const PATIENCE = 350;
const STATES = ['', 'RECEIVED', 'ISSUED', 'REALISED', 'CLOSED'];
let typing = null;

export const orders = {
    title: () => t('nav.orders'),
    load: (here) => get(`/api/orders${query({ ...filter(here), page: page(here), size: SIZE })}`),
    view: (here) => [
        h('h1', { key: 'title' }, t('nav.orders')),
        form(here),
        h('div', { class: 'above', key: 'above' },
            h('p', { role: 'status', class: 'muted' }, plural('ordersFound', here.data.total)),
            here.data.total > 0 && csv(here)),
        here.data.items.length > 0 ? list(here.data.items) : h('p', { class: 'card empty', key: 'none' }, t('noOrders')),
        pager(page(here), SIZE, here.data.total, (to) => `#/orders${query({ ...filter(here), page: to })}`),
    ],
};

function filter(here) {
    return { q: here.query.get('q') || '', state: here.query.get('state') || '' };
}

function page(here) {
    return Math.max(1, Number(here.query.get('page')) || 1);
}

function form(here) {
    const now = filter(here);
    const search = (event) => {
        const fields = event.currentTarget.elements;
        const wanted = query({ q: fields.q.value.trim(), state: fields.state.value });
        clearTimeout(typing);
        typing = setTimeout(() => location.replace(`#/orders${wanted}`), event.type === 'input' ? PATIENCE : 0);
    };
    return h('form', { role: 'search', class: 'filter', key: 'filter', oninput: search, onsubmit: (e) => { e.preventDefault(); search(e); } },
        h('label', {}, h('span', {}, t('search')),
            h('input', { type: 'search', name: 'q', value: now.q, placeholder: t('searchHint'), autocomplete: 'off', spellcheck: 'false' })),
        h('label', { class: 'short' }, h('span', {}, t('stateLabel')),
            h('select', { name: 'state' }, STATES.map((s) => h('option', { key: s, value: s, selected: s === now.state }, t(s ? `state.${s}` : 'anyState'))))));
}

function csv(here) {
    return h('p', { class: 'csv' },
        h('a', { href: `/api/orders.csv${query(filter(here))}`, download: 'orders.csv' }, t('csv')),
        here.data.total > MOST_IN_CSV && h('span', { class: 'muted' }, ' ', t('csvLimit', { most: count(MOST_IN_CSV) })));
}

function list(items) {
    const columns = ['number', 'placedAt', 'buyer', 'total', 'shopStatus', 'state', 'inErp'];
    return h('div', { class: 'card flush', key: 'list' }, h('table', { class: 'stacks', role: 'table' },
        h('caption', { class: 'unseen' }, t('nav.orders')),
        h('thead', {}, h('tr', { role: 'row' }, columns.map((c) => h('th', { scope: 'col', role: 'columnheader', class: c === 'total' ? 'number' : null }, t(`col.${c}`))))),
        h('tbody', {}, items.map(row))));
}

function row(o) {
    const cell = (column, ...content) => h('td', { role: 'cell', 'data-label': t(`col.${column}`), class: column === 'total' ? 'number' : null }, content);
    return h('tr', { key: o.shopOrderId, role: 'row', class: o.problem ? 'stuck' : null },
        h('th', { scope: 'row', role: 'rowheader' }, h('a', { href: `#/orders/${o.shopOrderId}` }, o.number)),
        cell('placedAt', h('span', { class: 'whole' }, time(o.placedAt))),
        cell('buyer', h('span', { class: 'clamp' }, o.contractor?.name || '–')),
        cell('total', money(o.total, o.currency)),
        cell('shopStatus', o.status || '–'),
        cell('state', h('span', { class: 'whole' }, state(o.state), o.problem && h('span', { class: 'badge problem', title: o.problem }, t('stuckBadge')))),
        cell('inErp', h('span', { class: 'whole' }, documents(o.salesDocuments) || o.erpNumber || '–')));
}
